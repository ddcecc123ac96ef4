package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {
  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void appliesWhatIsPendingAndThenNothing() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);

    assertEquals(new Shell.Run(0, """
        Applied V20260101000000__create_users (N ms)
        Applied V20260102000000__add_email (N ms)
        Applied V20260103000000__add_ada (N ms)
        Applied 3 migrations.
        """, ""), shell.varve("migrate").steady());
    assertEquals(
        new Shell.Run(0, "Up to date: nothing was to be applied.\n", ""), shell.varve("migrate"));
    assertEquals(
        List.of("1|ada@example.org", "2|é"), database.rows("SELECT * FROM users ORDER BY id"));
  }

  @Test
  void tellsOfEachStatement() {
    new Migrations(project);

    assertEquals(
        new Shell.Run(0, """
          line 1: N ms
        Applied V20260101000000__create_users (N ms)
          line 1: N ms
        Applied V20260102000000__add_email (N ms)
          line 1: N ms, 2 rows
        Applied V20260103000000__add_ada (N ms)
        Applied 3 migrations.
        """, ""),
        new Shell(project).on(database).varve("migrate", "--verbose").steady());
  }

  @Test
  void printsJson() {
    new Migrations(project);

    Shell.Run run = new Shell(project).on(database).varve("migrate", "--json");

    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    Json json = Json.parse(run.out());
    assertEquals("done", json.get("outcome").text());
    assertEquals(database.name(), json.get("database").text());
    assertEquals(
        List.of("create_users", "add_email", "add_ada"),
        json.get("applied").list().stream().map(m -> m.get("name").text()).toList());
    Json last = json.get("applied").list().get(2);
    assertEquals("varve", last.get("module").text());
    assertEquals("20260103000000", last.get("version").text());
    assertEquals(2, last.get("statements").list().get(0).get("rows").integer());
    assertTrue(last.get("millis").integer()
        >= last.get("statements").list().get(0).get("millis").integer());
  }

  @Test
  void aFailureSaysWhereWhatAndWhatIsLeft() {
    new Migrations(project)
        .write("V20260104000000__break.sql", "-- One.\n\nSELECT 1;\nSELECT nobody FROM users;\n");
    Shell shell = new Shell(project).on(database);

    Shell.Run run = shell.varve("migrate").steady();
    assertEquals(1, run.exitCode());
    assertTrue(run.out().endsWith("Applied V20260103000000__add_ada (N ms)\n"), () -> run.out());
    assertEquals(
        "varve migrate: Migration V20260104000000__break, line 4: column \"nobody\" does not exist"
            + " (42703). Rolled back; the database is at V20260103000000__add_ada.\n",
        run.err());

    Shell.Run json = shell.varve("migrate", "--json");
    assertEquals(1, json.exitCode());
    assertEquals("failed", Json.parse(json.out()).get("outcome").text());
    assertEquals("Failed", Json.parse(json.out()).get("kind").text());
    assertEquals(
        json.err(), "varve migrate: " + Json.parse(json.out()).get("message").text() + "\n");
  }

  @Test
  void filesThatCannotBeMigrationsAreNamed() {
    new Migrations(project)
        .write("V20260104000000__open.sql", "SELECT 'a;\n")
        .write("Vx.sql", "SELECT 1;\n");

    assertEquals(new Shell.Run(1, "", """
            varve migrate: [MIGRATION_UNREADABLE] src/main/resources/db/migration/\
            V20260104000000__open.sql:1:8: This string does not end.
            [MIGRATION_UNREADABLE] src/main/resources/db/migration/Vx.sql: the name is not V, 14\
             digits of UTC time, two underscores and a name, as in\
             V20261120153045__create_users.sql. Rename the file.
            Nothing was changed.
            """), new Shell(project).on(database).varve("migrate"));
    assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
  }

  @Test
  void anOlderOneMustBeAllowedByNameIfTheHistoryCannotTellWhatItDoes() {
    Migrations migrations = new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");
    migrations.write("V20260102120000__late.sql", "CREATE TABLE late (id int);\n");

    Shell.Run refused = shell.varve("migrate");
    assertEquals(1, refused.exitCode());
    assertTrue(
        refused.err().startsWith("varve migrate: Migration V20260102120000__late is older than"),
        refused.err());
    assertTrue(
        refused.err().endsWith(" That is: --out-of-order 20260102120000__late\n"), refused.err());
    assertEquals(1, shell.varve("plan").exitCode());

    Shell.Run allowed =
        shell.varve("migrate", "--out-of-order", "20260102120000__late").steady();
    assertEquals(0, allowed.exitCode(), allowed.err());
    assertTrue(allowed.out().startsWith("Applied V20260102120000__late (N ms)\n"), allowed.out());
    assertTrue(allowed.err().startsWith("note: V20260102120000__late was applied"), allowed.err());
  }

  @Test
  void waitsNoLongerThanItMay() throws Exception {
    new Migrations(project);
    int key = "public".hashCode() & Integer.MAX_VALUE;
    try (var holder = database.connect();
        var statement = holder.createStatement()) {
      statement.execute("SET application_name = 'the other'");
      statement.execute("SELECT pg_advisory_lock(" + 0x56525645 + ", " + key + ")");

      Shell.Run run =
          new Shell(project).on(database).varve("migrate", "--wait", "300ms").steady();

      assertEquals(1, run.exitCode());
      assertEquals("", run.out());
      List<String> lines = run.err().lines().toList();
      assertEquals(2, lines.size(), run.err());
      assertTrue(
          lines
              .get(0)
              .matches("note: Waiting for another process that migrates: process \\d+, application"
                  + " \"the other\", connected since .*\\."),
          run.err());
      assertTrue(
          lines
              .get(1)
              .startsWith(
                  "varve migrate: Another process is migrating schema \"public\": process "),
          run.err());
    }
  }

  @Test
  void wrongUsesAreNamed() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);

    assertEquals(new Shell.Run(2, "", """
            varve migrate: --speed: there is no such option.
            See varve migrate --help.
            """), shell.varve("migrate", "--speed"));
    assertEquals(new Shell.Run(2, "", """
            varve migrate: now: there is no such argument.
            See varve migrate --help.
            """), shell.varve("migrate", "now"));
    assertEquals(new Shell.Run(2, "", """
            varve migrate: Invalid value for option '--wait': 'long' is no duration. Write a number\
             and ms, s, m or h, such as 30s.
            See varve migrate --help.
            """), shell.varve("migrate", "--wait", "long"));
  }

  @Test
  void wrongUsesAreJsonToo() {
    Shell.Run run = new Shell(project).varve("migrate", "--json", "--speed");

    assertEquals(2, run.exitCode());
    assertEquals(
        "{\"command\":\"migrate\",\"outcome\":\"failed\",\"kind\":\"Usage\",\"message\":\"--speed: there"
            + " is no such option.\"}",
        Json.parse(run.out()).compact());
    assertTrue(run.err().endsWith("See varve migrate --help.\n"), run.err());
  }

  @Test
  void anEmptyDatabaseIsCreatedAtOnceWhereAllMigrationsAreGenerated() {
    try (TestProject shop = new TestProject(Compiler.JAVAC)) {
      String user = "package shop; import jakarta.persistence.*; @Table(name = \"users\")"
          + " public record User(@Id java.util.UUID id%s) {}";
      shop.withSources(Map.of("shop/User.java", user.formatted(""))).compile();
      shop.withSources(Map.of("shop/User.java", user.formatted(", String name")))
          .compile();
      shop.withSources(Map.of(
              "shop/User.java",
              user.formatted(", @dev.varve.annotations.Default(\"''\") String name")))
          .compile();
      Shell shell = new Shell(shop.root()).on(database);

      assertEquals(
          new Shell.Run(0, """
          Created the schema of shop (N ms)
          2 migrations now count as applied: the schema was created as they make it.
          """, ""),
          shell
              .varve("migrate", "--migrations", "target/classes", "--before", "exit 1")
              .steady());
      assertEquals(0, shell.varve("status").exitCode());
      shell.varve("rollback", "--count", "2");

      Shell.Run again =
          shell.varve("migrate", "--migrations", "target/classes", "--step-by-step", "--json");
      Json json = Json.parse(again.out());
      assertEquals("false", json.get("created").compact());
      assertEquals(2, json.get("applied").list().size());
    }
  }
}
