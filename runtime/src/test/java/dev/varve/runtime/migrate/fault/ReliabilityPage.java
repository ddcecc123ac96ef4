package dev.varve.runtime.migrate.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The table in {@code docs/reliability.md}. A long run ({@code -Dvarve.test.full=true}) with {@code
 * -Dgolden.update=true} writes its row; every other run checks that the row is there, for this fault
 * and with at least as many rounds.
 */
final class ReliabilityPage {
  static final boolean FULL = Boolean.getBoolean("varve.test.full");

  private static final Path PAGE = Path.of("..", "docs", "reliability.md");

  private ReliabilityPage() {}

  /** So many rounds in the long run, ten in the quick one. */
  static int rounds(int full) {
    return FULL ? full : 10;
  }

  /**
   * Reports a result.
   *
   * @param fault what was done, as the row begins
   * @param full how many rounds the long run has
   * @param result what came out
   */
  static synchronized void report(String fault, int full, String result) {
    System.out.println(fault + ": " + result + ".");
    try {
      String page = Files.readString(PAGE);
      String start = "| " + fault + " | ";
      int row = page.indexOf("\n" + start) + 1;
      if (FULL && Boolean.getBoolean("golden.update")) {
        String line = start + full + " | " + result + " |\n";
        int at = row > 0 ? row : endOfTable(page);
        int end = row > 0 ? page.indexOf('\n', row) + 1 : at;
        Files.writeString(PAGE, page.substring(0, at) + line + page.substring(end));
        return;
      }
      assertTrue(row > 0, "docs/reliability.md has no row for: " + fault);
      String rest = page.substring(row + start.length());
      assertEquals(String.valueOf(full), rest.substring(0, rest.indexOf(' ')), fault);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int endOfTable(String page) {
    int blank = page.indexOf("\n\n", page.indexOf("| --- |"));
    return blank < 0 ? page.length() : blank + 1;
  }
}
