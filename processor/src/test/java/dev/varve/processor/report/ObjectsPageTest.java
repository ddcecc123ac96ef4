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

/** What {@code docs/objects.md} shows is a part of some story. */
class ObjectsPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```(?:java|sql)\n(.*?)```");

  @Test
  void eachSampleIsAPartOfAStory() throws IOException {
    String stories = stories();
    List<String> samples = BLOCK
        .matcher(Files.readString(Path.of("../docs/objects.md")))
        .results()
        .map(block -> spaced(block.group(1)))
        .toList();
    assertTrue(samples.size() > 1, () -> samples.size() + " samples");
    for (String sample : samples) {
      assertTrue(stories.contains(sample), () -> sample + " is in no story");
    }
  }

  private static String stories() throws IOException {
    try (Stream<Path> files = Files.walk(Golden.resources().resolve("stories"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|sql)"))
          .sorted()
          .map(ObjectsPageTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return spaced(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
