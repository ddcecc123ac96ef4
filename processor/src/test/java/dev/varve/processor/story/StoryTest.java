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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code stories} is the life of a model: a folder of records for each state, and
 * what the processor is expected to write between them. On the server every state proves the five
 * facts: the script applies; the database is what the fold says; running it again changes nothing,
 * whole or after any part of it; the undo leads back; and a database created at once is the same.
 */
class StoryTest {
  private static final Path STORIES = Golden.resources().resolve("stories");
  private static final String MODULE = "shop";

  @TestFactory
  Stream<DynamicTest> stories() throws IOException {
    String only = System.getProperty("varve.test.case", "");
    return folders(STORIES).stream()
        .filter(story -> story.getFileName().toString().startsWith(only))
        .map(story -> DynamicTest.dynamicTest(story.getFileName().toString(), () -> tell(story)));
  }

  private static void tell(Path story) throws Exception {
    try (TestProject javac = new TestProject(Compiler.JAVAC);
        TestProject ecj = new TestProject(Compiler.ECJ);
        MigrationProof proof = new MigrationProof(MODULE, before(story))) {
      List<String> versions = new ArrayList<>();
      List<String> ecjVersions = new ArrayList<>();
      for (Path state : folders(story)) {
        String name = state.getFileName().toString();
        if (name.equals("expected")) {
          continue;
        }
        Written written = write(javac, state, versions);
        Written byEcj = write(ecj, state, ecjVersions);
        assertEquals(written.text(versions), byEcj.text(ecjVersions), name + ": javac and ecj");
        Golden.check(story.resolve("expected/" + name + ".sql"), written.up(versions));
        Golden.check(story.resolve("expected/" + name + ".undo.sql"), written.undo(versions));
        Golden.check(story.resolve("expected/" + name + ".json"), written.json(versions));
        if (!Golden.update()) {
          proof.prove(written.script(), javac.packed(MODULE).get("schema.sql"));
        }
        Path rows = state.resolve("rows.sql");
        if (Files.exists(rows) && !Golden.update()) {
          proof.database().execute(Files.readString(rows));
        }
      }
    }
  }

  /** What one compilation wrote. */
  private record Written(String id, String sql, String undoSql, String record) {
    String up(List<String> versions) {
      return Golden.withoutVersions(sql, versions);
    }

    String undo(List<String> versions) {
      return Golden.withoutVersions(undoSql, versions);
    }

    /** Checksums depend on the version in the header no more than on any comment. */
    String json(List<String> versions) {
      return Golden.withoutVersions(record, versions);
    }

    String text(List<String> versions) {
      return up(versions) + undo(versions) + json(versions);
    }

    MigrationSource.Script script() {
      return new MigrationSource.Script(id, sql, undoSql, record);
    }
  }

  private static Written write(TestProject project, Path state, List<String> versions)
      throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Path file : TestProject.files(state, ".java")) {
      sources.put(MODULE + "/" + file.getFileName(), Files.readString(file));
    }
    List<String> before = List.copyOf(project.migrationFiles().keySet());
    TestProject.Result result = project.withSources(sources).compile();
    assertTrue(result.success(), () -> state + ": " + String.join("\n", result.messages()));
    List<String> added = new ArrayList<>(project.migrationFiles().keySet());
    added.removeAll(before);
    boolean flyway = added.removeIf(file -> file.endsWith(".sql.conf"));
    assertEquals(3, added.size(), () -> state + " wrote " + added + result.messages());
    String id = added.get(1).substring(1, added.get(1).length() - ".json".length());
    versions.add(id.substring(0, id.indexOf("__")));
    Map<String, String> files = project.migrationFiles();
    assertEquals(
        files.get("V" + id + ".sql").contains("-- varve:step outside transaction"), flyway);
    TestProject.Result again = project.compile();
    assertEquals(files, project.migrationFiles(), "compiled again");
    assertTrue(
        again.ours().stream().anyMatch(message -> message.startsWith("[UP_TO_DATE]")),
        () -> again.messages().toString());
    return new Written(
        id,
        files.get("V" + id + ".sql"),
        files.get("U" + id + ".sql"),
        files.get("V" + id + ".json"));
  }

  /** What is there before, such as extensions. */
  private static Optional<String> before(Path story) throws IOException {
    Path before = story.resolve("database.sql");
    return Files.exists(before) ? Optional.of(Files.readString(before)) : Optional.empty();
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }
}
