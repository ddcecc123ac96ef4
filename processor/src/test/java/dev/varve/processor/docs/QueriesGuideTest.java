package dev.varve.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/queries.md shows is part of an application that {@code GeneratedOnServerTest} compiles
 * and runs.
 */
class QueriesGuideTest {
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  void everySampleRuns() throws IOException {
    List<String> samples = BLOCK
        .matcher(Files.readString(Path.of("../docs/queries.md")))
        .results()
        .map((MatchResult block) -> stripped(block.group(1)))
        .toList();
    String sources = Stream.of(
            "queries-run/guide/Application.java",
            "queries/guide/User.java",
            "queries/guide/Post.java",
            "queries/guide/Line.java")
        .map(RESOURCES::resolve)
        .map(QueriesGuideTest::read)
        .map(QueriesGuideTest::stripped)
        .collect(Collectors.joining("\n"));

    assertTrue(samples.size() >= 20, () -> "samples: " + samples.size());
    assertEquals(
        List.of(), samples.stream().filter(sample -> !sources.contains(sample)).toList());
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
