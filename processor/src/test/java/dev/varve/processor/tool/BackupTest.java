package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate --before}: a backup where something would be lost, and only there. */
@DisabledOnOs(OS.WINDOWS)
class BackupTest {
  private static final String USER = """
      package shop;
      import dev.varve.annotations.*;
      import jakarta.persistence.*;
      import java.util.*;
      import java.util.UUID;
      @Table(name = "users") %s
      public record User(@Id UUID id, String email%s) {}
      """;

  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void runsOnceBeforeTheFirstGeneratedMigrationThatLosesOrRewritesData() throws Exception {
    try (TestProject shop = new TestProject(Compiler.JAVAC)) {
      compile(shop, "", ", Optional<Integer> age, Optional<String> city, int old");
      compile(
          shop,
          "",
          ", @AllowRewrite(\"at night\") Optional<Long> age, Optional<String> city, int old");
      compile(
          shop,
          "",
          ", @AllowRewrite(\"at night\") Optional<Long> age, @Backfill(\"'?'\") String city, int old");
      compile(
          shop,
          "@Dropped(value = \"users.old\", purge = true)",
          ", Optional<Long> age, String city");
      Shell shell = new Shell(shop.root()).on(database);

      Shell.Run run =
          shell.varve("migrate", "--before", "echo $VARVE_MIGRATION >> before.txt; echo made");

      assertEquals(0, run.exitCode(), run.err());
      List<String> runs = Files.readAllLines(shop.root().resolve("before.txt"));
      assertEquals(1, runs.size());
      assertTrue(runs.get(0).endsWith("__require_city_of_users"), runs.get(0));
      assertEquals(
          "note: Before " + runs.get(0) + " (Data rewritten: NULL in users.city.) runs: echo"
              + " $VARVE_MIGRATION >> before.txt; echo made\nmade\n",
          run.err());
      assertTrue(run.out().endsWith("Applied 4 migrations.\n"), run.out());
    }
  }

  private static void compile(TestProject shop, String marks, String components) {
    TestProject.Result result = shop.withSources(
            Map.of("shop/User.java", USER.formatted(marks, components)))
        .compile();
    assertTrue(result.success(), () -> result.messages().toString());
  }

  @Test
  void aBackupThatFailsStopsTheRun() {
    new Migrations(project)
        .write("V" + Migrations.USERS + ".sql", """
            -- Creates the users.
            -- Data lost: none.
            -- Data rewritten: none.
            CREATE TABLE users (id int PRIMARY KEY);
            """)
        .write(
            "V20260104000000__clean.sql",
            "-- Data lost: users without an address.\nDELETE FROM users WHERE email = '';\n");
    Shell shell = new Shell(project).on(database);

    Shell.Run run = shell.varve("migrate", "--before", "echo no space; exit 7").steady();

    assertEquals(1, run.exitCode());
    assertEquals("Applied V20260101000000__create_users (N ms)\n", run.out());
    assertEquals("""
        note: Before V20260102000000__add_email (Data lost: not said. Data rewritten: not said.)\
         runs: echo no space; exit 7
        no space
        varve migrate: --before: the command ended with 7: echo no space; exit 7
        V20260102000000__add_email was not applied; its header says: Data lost: not said. Data\
         rewritten: not said. What was applied before stays. Put the command right, and run it\
         again.
        """, run.err());
    assertEquals(List.of("create_users"), database.rows("SELECT name FROM varve_history"));
    assertEquals(0, shell.varve("migrate").exitCode());
  }

  @Test
  void theCommandFindsTheDatabaseInItsEnvironment() throws Exception {
    new Migrations(project);

    Shell.Run run = new Shell(project)
        .on(database)
        .varve("migrate", "--json", "--before", "echo $PGDATABASE > name.txt; echo to the side");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(database.name() + "\n", Files.readString(project.resolve("name.txt")));
    assertEquals("to the side\n", run.err());
    assertFalse(run.out().contains("to the side"));
  }

  @Test
  void doesNotRunWhereNothingIsPending() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");

    assertEquals(
        new Shell.Run(0, "Up to date: nothing was to be applied.\n", ""),
        shell.varve("migrate", "--before", "exit 1"));
  }
}
