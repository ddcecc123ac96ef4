package dev.varve.examples.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/performance.md}: a section for each benchmark, rewritten by that benchmark alone. */
public final class Page {
  private static final String HEAD = """
      # Performance

      Written by `./mvnw -q -Pbenchmark`. Ratios, not times: the machine decides about those. A ratio is the median over passes of one measurement divided by its base's in the same pass.
      """;

  private Page() {}

  /** Beside the page. */
  public static void writeBeside(String name, String text) throws IOException {
    Files.writeString(page().resolveSibling(name), text);
  }

  private static Path page() {
    return Path.of(System.getProperty("benchmark.page", "../docs/performance.md"));
  }

  /** Puts the section, which starts with its heading, in place of the one of the same heading. */
  public static void write(String section) throws IOException {
    Path page = page();
    String text = Files.exists(page) ? Files.readString(page) : HEAD;
    String heading = section.substring(0, section.indexOf('\n') + 1);
    int start = text.indexOf(heading);
    String before = start < 0 ? text : text.substring(0, start);
    int next = start < 0 ? -1 : text.indexOf("\n## ", start + 1);
    String after = next < 0 ? "" : text.substring(next);
    Files.writeString(page, before.stripTrailing() + "\n\n" + section.strip() + "\n" + after);
  }
}
