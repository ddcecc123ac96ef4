package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes. Results go to standard output; progress, notes and errors to standard
 * error, so that results can be piped.
 *
 * @param json whether the result is one JSON value, and everything else is left unsaid
 * @param colours whether a person looks at it, on a terminal that shows colours
 */
record Terminal(PrintStream out, PrintStream err, boolean json, boolean colours) {
  private static final PrintStream OUT = utf8(FileDescriptor.out);
  private static final PrintStream ERR = utf8(FileDescriptor.err);

  static Terminal of(boolean json) {
    return new Terminal(OUT, ERR, json, !json && Ansi.AUTO.enabled());
  }

  /** JSON is in UTF-8, and so are migrations, whatever a container's locale says. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** A line of the result, for people. */
  void line(String text) {
    if (!json) {
      out.println(text);
    }
  }

  /** The result, for programs. */
  void result(Json value) {
    if (json) {
      out.print(value.pretty());
    }
  }

  /** What is worth knowing beside the result. */
  void note(String text) {
    if (!json) {
      err.println(ink(Ink.YELLOW, "note:") + " " + text);
    }
  }

  String ink(Ink ink, String text) {
    return colours ? ink.on(text) : text;
  }
}
