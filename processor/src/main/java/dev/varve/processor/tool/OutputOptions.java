package dev.varve.processor.tool;

import picocli.CommandLine.Option;

/** What comes out. */
final class OutputOptions {
  @Option(
      names = "--json",
      description = "Print the result as JSON. Without it lines for people are printed, in colour"
          + " on a terminal unless NO_COLOR is set.")
  private boolean json;

  Terminal terminal() {
    return Terminal.of(json);
  }
}
