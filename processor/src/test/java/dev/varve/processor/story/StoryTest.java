package dev.varve.processor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.HistoryEvent;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

  /** At most so many interruptions of each script are tried in the quick suite. */
  private static final int PARTS = 2;

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
        TestDatabase database = newDatabase(story)) {
      List<String> versions = new ArrayList<>();
      List<String> ecjVersions = new ArrayList<>();
      List<MigrationSource.Script> scripts = new ArrayList<>();
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
          prove(story, database, scripts, written, javac.packed(MODULE).get("schema.sql"));
        }
        scripts.add(written.script());
        Path rows = state.resolve("rows.sql");
        if (Files.exists(rows) && !Golden.update()) {
          database.execute(Files.readString(rows));
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

  /** With what {@code database.sql} says is there before, such as extensions. */
  private static TestDatabase newDatabase(Path story) throws IOException {
    TestDatabase database = TestServer.newDatabase();
    Path before = story.resolve("database.sql");
    if (Files.exists(before)) {
      database.execute(Files.readString(before));
    }
    return database;
  }

  private static void prove(
      Path story,
      TestDatabase database,
      List<MigrationSource.Script> before,
      Written written,
      String creation)
      throws SQLException, IOException {
    try (TestDatabase past = database.copy()) {
      proveParts(past, written.sql(), proveWhole(story, database, before, written, creation));
    }
  }

  private static SortedMap<Name, Catalog> proveWhole(
      Path story,
      TestDatabase database,
      List<MigrationSource.Script> before,
      Written written,
      String creation)
      throws SQLException, IOException {
    SortedMap<Name, Catalog> from = catalog(database);
    List<MigrationSource.Script> all = new ArrayList<>(before);
    all.add(written.script());
    Varve varve = Varve.of(database.dataSource()).sources(source(all));
    assertEquals(1, varve.migrate().applied().size(), "applied");
    SortedMap<Name, Catalog> to = catalog(database);
    assertNoDrift(story, database, MigrationSource.of(MODULE, all, creation));
    if (Boolean.getBoolean("varve.test.full")) {
      assertNoDrift(story, database, MigrationSource.of(MODULE, all));
    }
    try (TestDatabase fresh = newDatabase(story)) {
      runByHand(fresh, creation, Integer.MAX_VALUE);
      assertSame(catalog(fresh), to, "migrated and freshly created");
    }
    if (!Files.exists(story.resolve("database.sql"))) {
      // What is there before keeps the applier from that shortcut.
      proveCreation(all, creation, to);
    }
    assertEquals(List.of(), varve.migrate().applied(), "nothing is left to apply");
    runByHand(database, written.sql(), Integer.MAX_VALUE);
    assertSame(to, catalog(database), "run again by hand");
    undo(varve);
    assertSame(from, catalog(database), "undone");
    runByHand(database, written.undoSql(), Integer.MAX_VALUE);
    assertSame(from, catalog(database), "undone again by hand");
    varve.migrate();
    assertSame(to, catalog(database), "applied after its undo");
    return to;
  }

  /** Whatever part of the script has run, running it whole ends in the same state. */
  private static void proveParts(TestDatabase past, String script, SortedMap<Name, Catalog> to)
      throws SQLException {
    int statements = statements(script).size();
    // Each part means a database of its own; the long suite tries all of them.
    int stride = Boolean.getBoolean("varve.test.full") ? 1 : (statements + PARTS - 1) / PARTS;
    for (int part = 1; part < statements; part += stride) {
      try (TestDatabase interrupted = past.copy()) {
        runByHand(interrupted, script, part);
        runByHand(interrupted, script, Integer.MAX_VALUE);
        assertSame(to, catalog(interrupted), "interrupted after statement " + part);
      }
    }
  }

  /** What was there before counts as a module of its own. */
  private static void assertNoDrift(Path story, TestDatabase database, MigrationSource source)
      throws IOException {
    Path before = story.resolve("database.sql");
    String script = Files.exists(before) ? Files.readString(before) : "";
    MigrationSource there = MigrationSource.of(
        "before", List.of(new MigrationSource.Script("20200101000000__before", script)));
    Varve.of(database.dataSource()).sources(List.of(there)).stamp("20200101000000");
    NoDrift.in(database, there, source);
  }

  /** What the applier makes of an empty database at once is what all migrations make of it. */
  private static void proveCreation(
      List<MigrationSource.Script> all, String creation, SortedMap<Name, Catalog> migrated)
      throws SQLException {
    try (TestDatabase fresh = TestServer.newDatabase()) {
      SortedMap<Name, Catalog> empty = catalog(fresh);
      Varve varve =
          Varve.of(fresh.dataSource()).sources(List.of(MigrationSource.of(MODULE, all, creation)));
      assertEquals(all.size(), varve.migrate().applied().size());
      assertEquals(
          List.of(HistoryEvent.Kind.STAMPED),
          varve.history().stream().map(HistoryEvent::kind).distinct().toList());
      assertSame(migrated, catalog(fresh), "created by the applier");
      assertEquals(List.of(), varve.migrate().applied());
      try {
        varve.rollback(all.size());
        assertSame(empty, catalog(fresh), "created at once, and undone");
      } catch (MigrationException.NoUndo parking) {
        // What was parked was never there; up to that migration the way back is open.
        MigrationId id = parking.migration();
        String record = all.stream()
            .filter(script -> script.id().equals(id))
            .flatMap(script -> script.record().stream())
            .findFirst()
            .orElseThrow();
        assertTrue(record.contains("\"parkedAs\": \"varve_parked_"), record);
        varve.rollbackTo(id.text());
        varve.migrate();
        assertSame(migrated, catalog(fresh), "created at once, back and forth");
      }
    }
  }

  /** Rows are in the way of some undo scripts; then their loss has to be allowed by name. */
  private static void undo(Varve varve) {
    try {
      varve.rollback(1);
    } catch (MigrationException.LosesData refused) {
      varve.allowLoss(refused.losses()).rollback(1);
    }
  }

  private static List<MigrationSource> source(List<MigrationSource.Script> scripts) {
    return List.of(MigrationSource.of(MODULE, scripts));
  }

  private static List<String> statements(String script) {
    return SqlScript.parse(script).steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(SqlScript.Statement::sql)
        .toList();
  }

  private static void runByHand(TestDatabase database, String script, int count)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements(script).stream().limit(count).toList()) {
        statement.execute(sql);
      }
    }
  }

  private static SortedMap<Name, Catalog> catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.readAll(connection);
    }
  }

  private static void assertSame(
      SortedMap<Name, Catalog> expected, SortedMap<Name, Catalog> found, String when) {
    assertEquals(expected.keySet(), found.keySet(), when);
    expected.forEach((schema, catalog) -> assertEquals(
        List.of(), Catalog.differences(catalog, found.get(schema)), schema + " " + when));
    assertEquals(expected, found, when);
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }
}
