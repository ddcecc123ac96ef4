package dev.varve.processor.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The text of the generated classes. A folder of {@code queries} holds an application's records and
 * beside them what is expected; {@code -Dgolden.update=true} writes the latter anew.
 */
class GeneratedClassesTest {
  static final Path STORIES = Path.of("src/test/resources/queries");

  @TempDir
  Path output;

  static Stream<String> stories() throws IOException {
    try (Stream<Path> folders = Files.list(STORIES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  static List<Path> sources(String story) {
    return Compiled.javaFiles(STORIES.resolve(story)).stream()
        .filter(file -> !file.getParent().endsWith("expected"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theTextIsAsExpectedAndCompilesWithoutAWarning(String story) throws IOException {
    Compiled compiled = Compiled.of(Compiler.JAVAC, output, sources(story));

    assertEquals(List.of(), compiled.messages());
    Path expected = STORIES.resolve(story).resolve("expected");
    if (Boolean.getBoolean("golden.update")) {
      for (Path file : Compiled.javaFiles(expected)) {
        Files.delete(file);
      }
      for (Map.Entry<String, String> file : compiled.generated().entrySet()) {
        Files.writeString(expected.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, String> files = new TreeMap<>();
    for (Path file : Compiled.javaFiles(expected)) {
      files.put(file.getFileName().toString(), Compiled.read(file));
    }
    assertSame(files, compiled.generated());
  }

  @ParameterizedTest
  @MethodSource("stories")
  void anotherCompilerGivesTheSameText(String story) throws IOException {
    Path other = Files.createDirectory(output.resolve("ecj"));
    Path first = Files.createDirectory(output.resolve("javac"));

    Compiled ecj = Compiled.of(Compiler.ECJ, other, sources(story));
    Compiled javac = Compiled.of(Compiler.JAVAC, first, sources(story));

    assertEquals(List.of(), ecj.messages());
    assertSame(javac.generated(), ecj.generated());
  }

  private static void assertSame(Map<String, String> expected, Map<String, String> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, text) -> assertEquals(text, actual.get(name), name));
  }

  /** Each kilobyte costs its readers' compile time; a table's three classes have a budget. */
  @Test
  void aTableOfTenColumnsStaysWithinItsBudget() {
    Compiled compiled = Compiled.of(Compiler.JAVAC, output, sources("budget"));

    Set<String> classes = compiled.generated().keySet();
    int bytes = compiled.generated().values().stream().mapToInt(String::length).sum();
    assertEquals(Set.of("ItemInsert.java", "ItemPatch.java", "ItemTable.java"), classes);
    assertTrue(bytes <= 6_000, "bytes: " + bytes);
  }
}
