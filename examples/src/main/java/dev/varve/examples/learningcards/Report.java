package dev.varve.examples.learningcards;

import java.io.PrintStream;
import java.util.Locale;

/** Lines in two columns: what they are about, and what they say. */
final class Report {
  private final PrintStream out;
  private String topic = "";

  Report(PrintStream out) {
    this.out = out;
  }

  /** The next line is about this. */
  void topic(String next) {
    topic = next;
  }

  void say(String line, Object... values) {
    out.printf(Locale.ROOT, "%-13s %s%n", topic, String.format(Locale.ROOT, line, values));
    topic = "";
  }
}
