package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {
  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  private Shell shell;

  @BeforeEach
  void makeMigrations() {
    new Migrations(project);
    shell = new Shell(project).on(database);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void emptiesADevelopmentDatabaseWhoseNameIsTyped() {
    assertEquals(0, shell.varve("migrate", "--development").exitCode());
    assertTrue(shell.varve("status").out().contains(", schema public, for development\n"));

    shell.typing(database.name() + "\n");
    Shell.Run run = shell.varve("reset").steady();

    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("Dropped everything in schema public of "), run.out());
    assertTrue(
        run.err().startsWith("Everything in schema public of database " + database.name() + " on "),
        run.err());
    assertTrue(run.err().endsWith("Type the database's name to go on: "), run.err());
    assertEquals("null", database.value("SELECT to_regclass('users')"));
    assertEquals(0, shell.varve("migrate").exitCode());
    Shell.Run again = shell.varve("reset", "--confirm", database.name(), "--json");
    assertEquals(0, again.exitCode(), again.err());
    assertEquals("done", Json.parse(again.out()).get("outcome").text());
  }

  @Test
  void anotherNameDropsNothing() {
    shell.varve("migrate", "--development");

    for (String typed : new String[] {"yes\n", "\n", ""}) {
      Shell.Run run = shell.typing(typed).varve("reset");
      assertEquals(1, run.exitCode());
      assertTrue(
          run.err()
              .endsWith("varve reset: The name that was typed is not " + database.name()
                  + ". Nothing was dropped.\n"),
          run.err());
    }
    assertEquals(1, shell.varve("reset", "--confirm", "postgres").exitCode());
    assertEquals("2", database.value("SELECT count(*) FROM users"));
  }

  @Test
  void refusesADatabaseThatIsNotMarkedAndCannotBeAnyMore() {
    shell.varve("migrate");
    shell.varve("migrate", "--development");

    Shell.Run run = shell.varve("reset", "--confirm", database.name());

    assertEquals(1, run.exitCode());
    assertTrue(
        run.err()
            .endsWith(", schema public is not marked as one for development. Nothing was dropped."
                + " Only migrate --development marks a database, when it creates the history.\n"),
        run.err());
    assertEquals("2", database.value("SELECT count(*) FROM users"));
  }
}
