package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void isThreeWhereTheDatabaseDiffersAndShowsTheWayBack() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");

    assertEquals(new Shell.Run(0, """
        Database NAME on HOST, schema public
        No drift: it is as its migrations make it.
        """, ""), shell.varve("verify").steady());
    database.execute("COMMENT ON TABLE users IS 'by hand'; GRANT SELECT ON users TO PUBLIC");
    assertEquals(new Shell.Run(3, """
        Database NAME on HOST, schema public
          comment table users is not expected: 'by hand'
          grant table users to PUBLIC is not expected: SELECT
        2 differences. This SQL leads back:

        COMMENT ON TABLE users IS NULL;

        REVOKE SELECT ON TABLE users FROM PUBLIC;
        """, ""), shell.varve("verify").steady());
    Shell.Run run = shell.varve("verify", "--json");
    assertEquals(3, run.exitCode());
    Json json = Json.parse(run.out());
    assertEquals("drift", json.get("outcome").text());
    assertEquals(
        List.of("comment table users", "grant table users to PUBLIC"),
        json.get("differences").list().stream().map(d -> d.get("part").text()).toList());
  }

  @Test
  void writesAMigrationThatLeadsBack() throws Exception {
    Migrations migrations = new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");
    database.execute("ALTER TABLE users ADD COLUMN age integer, ALTER COLUMN email SET NOT NULL;"
        + " UPDATE users SET age = 36");

    Shell.Run run = shell.varve("verify", "--fix");

    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.out().contains("Wrote src/main/resources/db/migration/V"), run.out());
    List<Path> written;
    try (var files = Files.list(migrations.folder())) {
      written =
          files.filter(file -> file.toString().endsWith("__undo_drift.sql")).toList();
    }
    assertEquals(2, written.size());
    Shell.Run migrated = shell.varve("migrate", "--verify");
    assertEquals(0, migrated.exitCode(), migrated.err());
    assertEquals(0, shell.varve("verify").exitCode());
    assertEquals(
        "36|36",
        database.value(
            "SELECT string_agg(v, '|') FROM (SELECT (to_jsonb(u) ->> k) AS v FROM users u,"
                + " jsonb_object_keys(to_jsonb(u)) AS k WHERE k LIKE 'varve\\_parked%') AS x"));
    try (TestDatabase fresh = TestServer.newDatabase()) {
      Shell other = new Shell(project).on(fresh);
      Shell.Run created = other.varve("migrate", "--verify");
      assertEquals(0, created.exitCode(), created.err());
    }
  }

  @Test
  void migrateRefusesDriftIfItIsToldTo() {
    Migrations migrations = new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");
    database.execute("DROP TABLE users; CREATE TABLE users (id bigint PRIMARY KEY, email text)");
    migrations.write("V20260104000000__more.sql", "CREATE TABLE more (id int);\n");

    Shell.Run refused = shell.varve("migrate", "--refuse-drift");

    assertEquals(3, refused.exitCode());
    assertEquals("""
        varve migrate: The database is not as its migrations make it:
          column users.id is bigint NOT NULL, expected integer NOT NULL
        Nothing was changed. varve verify shows the SQL that leads back.
        """, refused.err());
    assertEquals("null", database.value("SELECT to_regclass('more')"));
    Shell.Run failed = shell.varve("migrate", "--verify");
    assertEquals(3, failed.exitCode());
    assertTrue(failed.err().contains("This step is rolled back"), failed.err());
    assertEquals("null", database.value("SELECT to_regclass('more')"));
    assertEquals(0, shell.varve("migrate").exitCode());
  }

  @Test
  void fixNeedsTheFolder() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);

    Shell.Run run = shell.varve("verify", "--fix", "--migrations", "nowhere");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("is not the folder of the SQL files"), run.err());
  }
}
