package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.GitProject;
import dev.varve.processor.testing.Golden;
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

class LogCommandTest {
  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void showsWhatMigrationsChangeAndWhatHappenedToThem() {
    Migrations migrations = new Migrations(project).write("V" + Migrations.ADA + ".sql", """
        -- Adds those who were here first.
        -- Data lost: none.
        INSERT INTO users (id, email) VALUES (1, 'ada@example.org') ON CONFLICT DO NOTHING;
        """);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");
    assertEquals(0, shell.varve("rollback").exitCode());
    shell.varve("migrate");
    migrations.write("V20260104000000__break.sql", "SELECT nobody FROM users;\n");
    shell.varve("migrate");
    migrations.write("V20260105000000__later.sql", "SELECT 1;\n");

    assertEquals("""
        * V20260105000000__later  head
            pending
        * V20260104000000__break  head
            failed TIME by ROLE (N ms): line 1: column "nobody" does not exist (42703).
        * V20260103000000__add_ada  head
            Adds those who were here first.
            applied TIME by ROLE (N ms)
            undone TIME by ROLE (N ms)
            applied TIME by ROLE (N ms)
        * V20260102000000__add_email  head
            applied TIME by ROLE (N ms)
        * V20260101000000__create_users  head
            applied TIME by ROLE (N ms)
        """, shell.varve("log").steady().out());
    assertEquals("""
        V20260101000000__create_users  applied TIME by ROLE (N ms)
        V20260102000000__add_email  applied TIME by ROLE (N ms)
        V20260103000000__add_ada  applied TIME by ROLE (N ms)
        V20260103000000__add_ada  undone TIME by ROLE (N ms)
        V20260103000000__add_ada  applied TIME by ROLE (N ms)
        V20260104000000__break  failed TIME by ROLE (N ms): line 1: column "nobody" does not exist\
         (42703).
        """, shell.varve("log", "--events").steady().out());
  }

  @Test
  void knowsTheHeadsAndTheWordsOfGeneratedOnes() {
    try (TestProject shop = new TestProject(Compiler.JAVAC)) {
      String user = """
          package shop;
          import jakarta.persistence.*;
          @Table(name = "users")
          public record User(@Id java.util.UUID id%s) {}
          """;
      shop.withSources(Map.of("shop/User.java", user.formatted(""))).compile();
      shop.withSources(
              Map.of("shop/User.java", user.formatted(", java.util.Optional<String> nickname")))
          .compile();
      List<String> versions = shop.migrationFiles().keySet().stream()
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(1, 15))
          .toList();
      Shell shell = new Shell(shop.root()).on(database);

      Shell.Run run = shell.varve("log");
      assertEquals("""
          * V2__add_nickname_to_users  head
          |   Adds column users.nickname.
          |   pending
          * V1__create_users
              Creates table users.
              pending
          """, Golden.withoutVersions(run.out(), versions));

      assertEquals(0, shell.varve("migrate", "--migrations", "target/classes").exitCode());
      Json json = Json.parse(shell.varve("log", "--json").out());
      Json newest = json.get("migrations").list().get(1);
      assertEquals("true", newest.get("head").compact());
      assertEquals(
          versions.get(0) + "__create_users", newest.get("after").list().get(0).text());
      assertEquals("[\"Adds column users.nickname.\"]", newest.get("words").compact());
      Json event = json.get("events").list().get(0);
      assertEquals("stamped", event.get("event").text());
      assertEquals("shop", event.get("module").text());
      assertTrue(event.get("at").text().endsWith("Z"));
    }
  }

  @Test
  void withoutADatabaseItDrawsTheGraphAlone() {
    try (GitProject shop = new GitProject()) {
      shop.users("").compile();
      shop.commit("Users");
      shop.git("checkout", "-q", "-b", "other");
      shop.users(", java.util.Optional<String> email").compile();
      shop.commit("Email");
      shop.git("checkout", "-q", "main");
      shop.reload().users(", java.util.Optional<String> phone").compile();
      shop.commit("Phone");
      shop.git("-c", "core.attributesFile=/dev/null", "merge", "-q", "-X", "ours", "other");
      shop.users(", java.util.Optional<String> phone, java.util.Optional<String> email,"
              + " java.util.Optional<String> fax")
          .compile();
      Shell shell = new Shell(shop.project().root());
      Shell.Run run = shell.varve("log");
      assertEquals(0, run.exitCode(), run.err());
      List<String> versions =
          shop.scripts().stream().map(name -> name.substring(1, 15)).toList();
      String text = Golden.withoutVersions(run.out(), versions);
      assertTrue(text.startsWith("* V4__add_fax_to_users  head  soft\n"), text);
      assertTrue(text.contains("|\\") && text.contains("__create_users\n"), text);
      assertTrue(
          !text.contains("pending") && text.indexOf("head") == text.lastIndexOf("head"), text);
      assertEquals(2, shell.varve("log", "--events").exitCode());
    }
  }

  @Test
  void anEmptyHistoryIsSaid(@TempDir Path elsewhere) {
    assertEquals(
        new Shell.Run(0, "There are no migrations.\n", ""),
        new Shell(elsewhere).on(database).varve("log", "--module", "shop"));
  }
}
