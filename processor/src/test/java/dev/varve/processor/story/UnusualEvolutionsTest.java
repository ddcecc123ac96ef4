package dev.varve.processor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.migrate.MigrationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Changes that few models see, each proven like those of the stories, but without a look at the
 * text. A file is a case, and each of its parts begins with a line {@code == }: the SQL of what is
 * there {@code before}; the {@code records} of a state; the {@code rows} that come when it is
 * reached; what {@code others} make that the model does not know; a query with what it {@code
 * shows}, a row a line; and what the next migration says when it {@code stops}, with the SQL that
 * clears the way.
 */
class UnusualEvolutionsTest {
  private static final Path CASES = Golden.resources().resolve("unusual");
  private static final String MODULE = "shop";

  private static final String HEAD = """
      package shop;
      import dev.varve.annotations.*;
      import dev.varve.annotations.Index;
      import dev.varve.runtime.value.*;
      import jakarta.persistence.Column;
      import jakarta.persistence.Embedded;
      import jakarta.persistence.EnumType;
      import jakarta.persistence.Enumerated;
      import jakarta.persistence.GeneratedValue;
      import jakarta.persistence.GenerationType;
      import jakarta.persistence.Id;
      import jakarta.persistence.Table;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      """;

  private record Part(String kind, String text) {}

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    String only = System.getProperty("varve.test.case", "");
    return TestProject.files(CASES, ".txt").stream()
        .filter(file -> file.getFileName().toString().matches(only + ".*"))
        .map(file -> DynamicTest.dynamicTest(
            file.getFileName().toString(), () -> prove(parts(Files.readString(file)))));
  }

  private static List<Part> parts(String text) {
    return Stream.of(text.split("(?m)^== "))
        .filter(part -> !part.isBlank())
        .map(part -> part.split("\n", 2))
        .map(part -> new Part(part[0], part[1].strip()))
        .toList();
  }

  private static void prove(List<Part> parts) throws Exception {
    Optional<String> before = parts.stream()
        .filter(part -> part.kind().equals("before"))
        .map(Part::text)
        .findFirst();
    try (TestProject project = new TestProject(Compiler.JAVAC);
        MigrationProof proof = new MigrationProof(MODULE, before)) {
      Optional<String[]> obstacle = Optional.empty();
      for (Part part : parts) {
        switch (part.kind()) {
          case "before" -> {}
          case "records" -> {
            MigrationSource.Script script = write(project, part.text());
            if (obstacle.isPresent()) {
              proof.stops(script, obstacle.get()[0]);
              proof.database().execute(obstacle.get()[1]);
              obstacle = Optional.empty();
            }
            proof.prove(script, project.packed(MODULE).get("schema.sql"));
          }
          case "stops" -> obstacle = Optional.of(part.text().split("\n", 2));
          case "others" -> proof.others(part.text());
          case "rows" -> proof.database().execute(part.text());
          case "shows" -> {
            String[] query = part.text().split("\n", 2);
            assertEquals(
                query[1].strip(), String.join("\n", proof.database().rows(query[0])), query[0]);
          }
          default -> throw new AssertionError("== " + part.kind());
        }
      }
      proof.proveBackAndForth();
    }
  }

  /** All types in one file, which only package-private ones can be. */
  private static MigrationSource.Script write(TestProject project, String records)
      throws IOException {
    List<String> before = List.copyOf(project.migrationFiles().keySet());
    TreeMap<String, String> sources = new TreeMap<>();
    sources.put(MODULE + "/Model.java", HEAD + records);
    TestProject.Result result = project.withSources(sources).compile();
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
    List<String> added = new ArrayList<>(project.migrationFiles().keySet());
    added.removeAll(before);
    added.removeIf(file -> file.endsWith(".conf"));
    assertEquals(3, added.size(), () -> added + ": " + result.messages());
    String id = added.get(1).substring(1, added.get(1).length() - ".json".length());
    String sql = project.migrationFiles().get("V" + id + ".sql");
    String undo = project.migrationFiles().get("U" + id + ".sql");
    if (Boolean.getBoolean("varve.test.show")) {
      System.out.println(sql + "\n" + undo);
    }
    TestProject.Result again = project.compile();
    assertTrue(
        again.ours().stream().anyMatch(message -> message.startsWith("[UP_TO_DATE]")),
        () -> again.messages().toString());
    return new MigrationSource.Script(
        id, sql, undo, project.migrationFiles().get("V" + id + ".json"));
  }
}
