package dev.varve.processor.tool;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/** Asks a question on standard error and reads the answer from standard input. */
final class Prompt {
  private Prompt() {}

  /** One line; empty at the end of the input. */
  static String line(String question) {
    Terminal.of(false).err().print(question);
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      return answer == null ? "" : answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line that is not shown while it is typed, if there is a terminal. */
  static String password(String question) {
    Console console = System.console();
    char[] answer = console == null ? null : console.readPassword("%s", question);
    return answer == null ? line(question) : new String(answer);
  }
}
