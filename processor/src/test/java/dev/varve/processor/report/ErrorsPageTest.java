package dev.varve.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} has an entry for each problem, with a message that a case really gives. */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final Pattern ENTRY = Pattern.compile("(?ms)^### `([A-Z_]+)`\n(.*?)(?=^##|\\z)");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```text\n(.*?)\n```");

  @Test
  void eachProblemHasAnEntry() throws IOException {
    List<String> entries = new ArrayList<>();
    Matcher entry = ENTRY.matcher(Files.readString(PAGE));
    while (entry.find()) {
      entries.add(entry.group(1));
    }
    List<String> problems = Arrays.stream(Problem.values()).map(Problem::name).toList();
    assertEquals(new TreeSet<>(problems), new TreeSet<>(entries));
    assertEquals(problems.size(), entries.size(), "entries occur once");
  }

  @Test
  void eachEntryQuotesAMessageThatACaseGives() throws IOException {
    String said =
        ErrorsTest.cases().stream().map(ErrorsPageTest::expected).collect(Collectors.joining("\n"));
    Matcher entry = ENTRY.matcher(Files.readString(PAGE));
    while (entry.find()) {
      String code = entry.group(1);
      Matcher example = EXAMPLE.matcher(entry.group(2));
      assertTrue(example.find(), () -> code + " has an example");
      do {
        String text = example.group(1);
        assertTrue(text.startsWith("[" + code + "] "), text);
        assertTrue(said.contains("\n" + text), () -> "No case says: " + text);
      } while (example.find());
    }
  }

  private static String expected(Path folder) {
    try {
      return Files.readString(folder.resolve("expected.txt"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
