package dev.varve.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.processor.testing.TestProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case of {@code errors} under one compiler: a folder of sources, or numbered folders of which all
 * but the last compile and write their migrations, with {@code options.txt} for the last and {@code
 * migration} for what lies in the migration folder from the start.
 */
final class ErrorRun implements AutoCloseable {
  /** A record that is in every case, and is sound. */
  private static final String SOUND = """
      package shop;

      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.util.UUID;

      @Table
      public record Sound(@Id UUID id) {}
      """;

  private final Path folder;
  private final Compiler compiler;
  final TestProject project;

  ErrorRun(Path folder, Compiler compiler) throws IOException {
    this.folder = folder;
    this.compiler = compiler;
    this.project = new TestProject(compiler);
    for (Path file : filesIn(folder.resolve("migration"))) {
      Files.createDirectories(project.migrations());
      Files.copy(file, project.migrations().resolve(file.getFileName()));
    }
    List<Path> states = states();
    for (Path state : states.subList(0, states.size() - 1)) {
      Result result = project.withSources(sources(state)).compile();
      assertTrue(result.success(), () -> state + ": " + String.join("\n", result.messages()));
    }
    project.withSources(sources(states.get(states.size() - 1)));
  }

  /** The migration file with this beginning and end. */
  Path migration(String start, String end) throws IOException {
    return filesIn(project.migrations()).stream()
        .filter(file -> file.getFileName().toString().startsWith(start))
        .filter(file -> file.getFileName().toString().endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  /** The compilation that the case is about; what it wrote is what it says it wrote. */
  Result last() throws IOException {
    Map<String, String> before = resources();
    Result result = project.compile(options());
    check(before, result);
    if (hasSpoken(result)) {
      assertTrue(Files.exists(project.generated().resolve("shop/SoundTable.java")), "generated");
    }
    return result;
  }

  /** The same of one source only; what was compiled before stays. */
  Result last(String source) throws IOException {
    Map<String, String> before = resources();
    Path file = project.sources().resolve("shop").resolve(source);
    Result result = project.compile(List.of(file), options());
    check(before, result);
    return result;
  }

  /** javac runs no processor where it could not even parse; then nothing is ours to do. */
  private static boolean hasSpoken(Result result) {
    return result.ours().stream().anyMatch(message -> !message.startsWith("[INTERNAL]"));
  }

  private void check(Map<String, String> before, Result result) throws IOException {
    boolean wrote = result.ours().stream().anyMatch(m -> m.startsWith("[MIGRATION_WRITTEN]"));
    assertEquals(wrote, !before.equals(resources()), () -> "wrote: " + result.messages());
    boolean failed = result.places().stream().anyMatch(place -> place.startsWith("ERROR"));
    assertEquals(failed, !result.success(), () -> "failed: " + result.messages());
    // Only javac says afterwards whether methods compiled.
    if (failed && compiler == Compiler.JAVAC) {
      assertEquals(false, wrote, () -> "wrote in spite of errors: " + result.messages());
    }
  }

  /** What was said, as {@code expected.txt} has it. */
  static String text(Result result) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < result.messages().size(); i++) {
      String message = result.messages().get(i);
      String place = result.places().get(i);
      if (message.startsWith("[")) {
        text.append(place).append('\n').append(withoutTrace(message)).append("\n\n");
      } else if (place.startsWith("ERROR")) {
        text.append(place).append("\n(from the compiler)\n\n");
      }
    }
    return withoutClock(text.toString()).stripTrailing() + "\n";
  }

  /** What both compilers say: the kinds and the texts of ours. */
  static String commonText(Result result) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < result.messages().size(); i++) {
      String kind = result.places().get(i).split(" ")[0];
      if (result.messages().get(i).startsWith("[")) {
        text.append(kind)
            .append(' ')
            .append(withoutTrace(result.messages().get(i)))
            .append('\n');
      }
    }
    return withoutClock(text.toString());
  }

  private static String withoutTrace(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("at "))
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private static String withoutClock(String text) {
    return text.replaceAll("\\b([VU]?)\\d{14}(?=__)", "$120261120153045");
  }

  private String[] options() throws IOException {
    Path file = folder.resolve("options.txt");
    return Files.exists(file) ? Files.readAllLines(file).toArray(String[]::new) : new String[0];
  }

  private List<Path> states() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> states = list.filter(file -> file.getFileName().toString().matches("\\d-.*"))
          .sorted()
          .toList();
      return states.isEmpty() ? List.of(folder) : states;
    }
  }

  private static Map<String, String> sources(Path state) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    sources.put("shop/Sound.java", SOUND);
    for (Path file : filesIn(state)) {
      if (file.getFileName().toString().endsWith(".java")) {
        sources.put("shop/" + file.getFileName(), Files.readString(file));
      }
    }
    return sources;
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Map<String, String> resources() throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(project.resources())) {
      files.addAll(TestProject.files(project.resources(), ""));
    }
    for (Path file : files) {
      bytes.put(
          project.root().relativize(file).toString(),
          Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
    }
    return bytes;
  }

  @Override
  public void close() {
    project.close();
  }
}
