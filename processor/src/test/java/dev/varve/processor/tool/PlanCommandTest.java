package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  /** Thirteen migrations with most of what there is: several steps, steps outside transactions. */
  private static final String EXAMPLE =
      Path.of("../examples/src/main/resources/db/migration").toAbsolutePath().toString();

  private static final String CATALOG = """
      SELECT 'column ' || attrelid::regclass || ' ' || attname || ' '
          || format_type(atttypid, atttypmod) || ' ' || attnotnull
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
         AND NOT attisdropped AND relname <> 'varve_history'
      UNION ALL
      SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' '
          || pg_get_constraintdef(oid) || ' ' || convalidated
        FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND conrelid <> 'varve_history'::regclass
      UNION ALL
      SELECT 'index ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid
       WHERE relnamespace = 'public'::regnamespace AND indrelid <> 'varve_history'::regclass
      ORDER BY 1
      """;

  private static final String HISTORY = """
      SELECT version, name, step, steps, event, checksum, digest, undo, development
        FROM varve_history ORDER BY entry
      """;

  @TempDir
  private Path folder;

  @Test
  void psqlRunsWhatIsPrintedToTheSameEndAsMigrate() throws IOException {
    try (TestDatabase planned = TestServer.newDatabase();
        TestDatabase migrated = TestServer.newDatabase()) {
      Shell shell = new Shell(folder).on(planned);

      Shell.Run plan = shell.varve("plan", "--migrations", EXAMPLE);
      assertEquals(0, plan.exitCode(), plan.err());
      assertEquals("null", planned.value("SELECT to_regclass('varve_history')"));
      psql(planned, plan.out());

      Shell.Run status = shell.varve("status", "--migrations", EXAMPLE);
      assertEquals(0, status.exitCode(), status.out());
      assertEquals(
          "-- Nothing is pending.\n",
          shell.varve("plan", "--migrations", EXAMPLE).out());
      new Shell(folder).on(migrated).varve("migrate", "--migrations", EXAMPLE);
      assertEquals(migrated.rows(CATALOG), planned.rows(CATALOG));
      assertEquals(migrated.rows(HISTORY), planned.rows(HISTORY));
    }
  }

  @Test
  void psqlRunsTheWayBackToo() throws IOException {
    try (TestDatabase planned = TestServer.newDatabase();
        TestDatabase migrated = TestServer.newDatabase()) {
      Shell shell = new Shell(folder).on(planned);
      Shell other = new Shell(folder).on(migrated);
      shell.varve("migrate", "--migrations", EXAMPLE);
      other.varve("migrate", "--migrations", EXAMPLE);

      psql(
          planned,
          shell.varve("plan", "--rollback", "9", "--migrations", EXAMPLE).out());
      assertEquals(
          0, other.varve("rollback", "--count", "9", "--migrations", EXAMPLE).exitCode());

      assertEquals(migrated.rows(CATALOG), planned.rows(CATALOG));
      assertEquals(migrated.rows(HISTORY), planned.rows(HISTORY));
      String first = "20261121031625";
      psql(
          planned,
          shell.varve("plan", "--rollback-to", first, "--migrations", EXAMPLE).out());
      assertEquals(
          "1",
          planned.value("SELECT count(*) - 2 * count(*) FILTER (WHERE event = 'undone'"
              + " AND step = steps) FROM varve_history WHERE step = steps"));
    }
  }

  @Test
  void printsJson() {
    new Migrations(folder)
        .write("V20260104000000__clean.sql", "-- Data lost: all users.\nDELETE FROM users;\n");
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell.Run run = new Shell(folder).on(database).varve("plan", "--json", "--development");

      assertEquals(0, run.exitCode(), run.err());
      Json json = Json.parse(run.out());
      assertEquals("pending", json.get("outcome").text());
      List<Json> scripts = json.get("scripts").list();
      assertEquals(4, scripts.size());
      assertEquals("apply", scripts.get(0).get("kind").text());
      assertEquals(
          Migrations.USERS, scripts.get(0).get("migrations").list().get(0).text());
      assertEquals("all users.", scripts.get(3).get("dataLost").text());
      assertTrue(json.get("sql").text().contains("CREATE TABLE users (id int PRIMARY KEY);"));
    }
  }

  @Test
  void isRefusedWhereMigrateWouldBe() {
    Migrations migrations = new Migrations(folder);
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(folder).on(database);
      shell.varve("migrate");
      migrations.write("V" + Migrations.EMAIL + ".sql", "ALTER TABLE users ADD email int;\n");

      Shell.Run run = shell.varve("plan");

      assertEquals(1, run.exitCode());
      assertTrue(
          run.err().startsWith("varve plan: Migration V20260102000000__add_email was edited"),
          run.err());
      assertEquals(new Shell.Run(2, "", """
              varve plan: --rollback: 0 is no number of migrations. Write 1 or more.
              """), shell.varve("plan", "--rollback", "0"));
      Shell.Run both = shell.varve("plan", "--rollback", "1", "--rollback-to", "x");
      assertEquals(2, both.exitCode());
      assertTrue(both.err().contains(" are mutually exclusive (specify only one).\n"), both.err());
    }
  }

  private void psql(TestDatabase database, String sql) throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "psql"))),
        "psql is not on this machine");
    Path file = Files.writeString(folder.resolve("plan.sql"), sql);
    var source = database.dataSource();
    Shell shell = new Shell(folder)
        .with("PGHOST", source.getServerNames()[0])
        .with("PGPORT", Integer.toString(source.getPortNumbers()[0]))
        .with("PGDATABASE", source.getDatabaseName())
        .with("PGUSER", String.valueOf(source.getUser()));
    if (source.getPassword() != null) {
      shell.with("PGPASSWORD", source.getPassword());
    }
    Shell.Run run = shell.run(
        List.of("psql", "--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", "-f", file.toString()));
    assertEquals(0, run.exitCode(), run.err());
  }
}
