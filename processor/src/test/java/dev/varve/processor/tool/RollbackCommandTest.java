package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {
  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  private Shell shell;

  @BeforeEach
  void migrate() {
    new Migrations(project);
    shell = new Shell(project).on(database);
    assertEquals(0, shell.varve("migrate").exitCode());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void undoesTheNewestOrSoManyOrThoseAfterAVersion() {
    assertEquals(new Shell.Run(0, """
        Undid V20260103000000__add_ada (N ms)
        Undid 1 migration.
        """, ""), shell.varve("rollback").steady());
    shell.varve("migrate");
    database.execute("DELETE FROM users");
    assertEquals(
        new Shell.Run(0, """
        Undid V20260103000000__add_ada (N ms)
        Undid V20260102000000__add_email (N ms)
        Undid 2 migrations.
        """, ""),
        shell.varve("rollback", "--to", "20260101000000").steady());
    assertEquals(
        new Shell.Run(0, """
        Undid V20260101000000__create_users (N ms)
        Undid 1 migration.
        """, ""), shell.varve("rollback", "--count", "2").steady());
    assertEquals(
        new Shell.Run(0, "Nothing was to be undone.\n", ""),
        shell.varve("rollback").steady());
  }

  @Test
  void undoesWithTheScriptsOfTheDatabaseWhatTheFilesDoNotHave(@TempDir Path elsewhere) {
    Shell other = new Shell(elsewhere).on(database);

    Shell.Run run = other.varve("rollback", "--module", "varve", "--json");

    assertEquals(0, run.exitCode(), run.err());
    Json undone = Json.parse(run.out()).get("undone").list().get(0);
    assertEquals("add_ada", undone.get("name").text());
    assertEquals(2, undone.get("statements").list().get(0).get("rows").integer());
    assertEquals(List.of("null", "null"), database.rows("SELECT email FROM users"));
  }

  @Test
  void refusesToLoseRowsUnlessToldByName() {
    database.execute("INSERT INTO users VALUES (3, 'grace@example.org')");

    Shell.Run run = shell.varve("rollback", "--count", "3");

    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertEquals(
        "varve rollback: Undoing V20260102000000__add_email would lose what is in users.email,"
            + " users. Nothing was undone. Save it, or allow the loss by name. That is:"
            + " --allow-loss users.email,users\n",
        run.err());
    assertEquals(3, database.rows("SELECT * FROM users").size());
    Shell.Run allowed =
        shell.varve("rollback", "--count", "3", "--allow-loss", "users.email,users");
    assertEquals(0, allowed.exitCode(), allowed.err());
    assertEquals("null", database.value("SELECT to_regclass('users')"));
    assertEquals(
        List.of("{}", "{users,users.email}"),
        database.rows("SELECT DISTINCT allowed_loss FROM varve_history ORDER BY 1"));
  }

  @Test
  void wrongUsesAreNamed() {
    assertEquals(new Shell.Run(2, "", """
            varve rollback: --count: 0 is no number of migrations. Write 1 or more.
            """), shell.varve("rollback", "--count", "0"));
    assertEquals(new Shell.Run(2, "", """
            varve rollback: Invalid value for option '--count': 'two' is not an int.
            See varve rollback --help.
            """), shell.varve("rollback", "--count", "two"));
    Shell.Run both = shell.varve("rollback", "--count", "1", "--to", "20260101000000");
    assertEquals(2, both.exitCode());
    assertTrue(
        both.err().startsWith("varve rollback: --count=COUNT, --to=VERSION are mutually exclusive"),
        both.err());
    assertEquals(new Shell.Run(1, "", """
            varve rollback: Migration 20250101000000 is not applied in schema public. Nothing was\
             undone.
            """), shell.varve("rollback", "--to", "20250101000000"));
  }
}
