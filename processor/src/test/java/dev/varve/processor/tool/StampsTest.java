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

/** {@code baseline} and {@code stamp}: a history without running anything. */
class StampsTest {
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
  void baselineBeginsAHistory() {
    assertEquals(new Shell.Run(0, """
        Stamped V20260101000000__create_users
        Stamped V20260102000000__add_email
        Stamped V20260103000000__add_ada
        3 migrations now count as applied; nothing was run.
        """, ""), shell.varve("baseline"));
    assertEquals(0, shell.varve("status").exitCode());
    assertEquals("null", database.value("SELECT to_regclass('users')"));
    assertEquals(new Shell.Run(1, "", """
            varve baseline: Schema public has a history already. Nothing was changed. A baseline\
             begins one; stamp says of single migrations that they are applied.
            """), shell.varve("baseline"));
  }

  @Test
  void baselineUpToAVersionLeavesTheRestPending() {
    database.execute("CREATE TABLE users (id int PRIMARY KEY, email text)");

    Shell.Run run = shell.varve("baseline", "20260102000000", "--json");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        List.of("create_users", "add_email"),
        Json.parse(run.out()).get("stamped").list().stream()
            .map(event -> event.get("name").text())
            .toList());
    assertEquals(3, shell.varve("status").exitCode());
    assertEquals(0, shell.varve("migrate").exitCode());
    assertEquals("2", database.value("SELECT count(*) FROM users"));
  }

  @Test
  void stampSaysOfSingleOnesThatTheyAreApplied() {
    assertEquals(new Shell.Run(0, """
        Stamped V20260101000000__create_users
        1 migration now counts as applied; nothing was run.
        """, ""), shell.varve("stamp", "20260101000000__create_users"));
    assertEquals(new Shell.Run(0, """
        Stamped V20260102000000__add_email
        1 migration now counts as applied; nothing was run.
        """, ""), shell.varve("stamp", "20260102000000"));
    assertEquals(
        new Shell.Run(0, "Nothing was to be stamped.\n", ""),
        shell.varve("stamp", "20260102000000"));
    assertEquals(List.of("stamped", "stamped"), database.rows("SELECT event FROM varve_history"));
  }

  @Test
  void whoHoldsTheLockIsSaid() throws Exception {
    int key = "public".hashCode() & Integer.MAX_VALUE;
    try (var holder = database.connect();
        var statement = holder.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + 0x56525645 + ", " + key + ")");

      Shell.Run run = shell.varve("stamp", "--wait", "200ms", "20260101000000");

      assertEquals(1, run.exitCode());
      assertTrue(
          run.err()
              .matches("(?s)note: Waiting for another process that migrates: process \\d+, .*\\R"
                  + "varve stamp: Another process is migrating schema \"public\": process \\d+.*"),
          run.err());
    }
  }

  @Test
  void wrongUsesAreNamed() {
    assertEquals(new Shell.Run(2, "", """
            varve stamp: Missing required parameter: 'VERSION'.
            See varve stamp --help.
            """), shell.varve("stamp"));
    for (String verb : List.of("stamp", "baseline")) {
      assertEquals(
          new Shell.Run(
              1,
              "",
              "varve " + verb
                  + ": This application has no migration 20250101000000. Nothing was changed.\n"),
          shell.varve(verb, "20250101000000"));
    }
  }
}
