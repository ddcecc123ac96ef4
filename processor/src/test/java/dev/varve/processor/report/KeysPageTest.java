package dev.varve.processor.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/types.md} says about keys and indexes is a part of the story of bookings. */
class KeysPageTest {
  private static final Path PAGE = Path.of("../docs/types.md");
  private static final Path STORY = Golden.resources().resolve("stories/bookings");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void eachRowIsWrittenAndMadeByTheStory() throws IOException {
    String records = text(STORY.resolve("1-create"), ".java");
    String sql = text(STORY.resolve("expected"), "1-create.sql");
    List<String> rows = Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.equals("| Written | SQL |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
    assertTrue(rows.size() > 10, () -> rows.size() + " rows");
    for (String row : rows) {
      List<String> codes =
          CODE.matcher(row).results().map(code -> code.group(1)).toList();
      assertTrue(records.contains(spaced(codes.get(0))), () -> codes.get(0) + " in " + records);
      String made = codes.get(codes.size() - 1);
      assertTrue(sql.contains(spaced(made)), () -> made + " in " + sql);
    }
  }

  private static String text(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return spaced(files
          .filter(file -> file.toString().endsWith(end))
          .sorted()
          .map(KeysPageTest::read)
          .collect(Collectors.joining("\n")));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
