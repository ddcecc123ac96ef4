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

class StatusCommandTest {
  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void isThreeWhileSomethingIsPending() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);

    assertEquals(new Shell.Run(3, """
        Database NAME on HOST, schema public
          pending       V20260101000000__create_users
          pending       V20260102000000__add_email
          pending       V20260103000000__add_ada
        Of 3 migrations: 3 pending.
        """, ""), shell.varve("status").steady());
    assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
    shell.varve("migrate");
    database.execute("CREATE TABLE varve_parked_1_old (a int)");
    assertEquals(new Shell.Run(0, """
        Database NAME on HOST, schema public
          applied       V20260101000000__create_users  TIME by ROLE
          applied       V20260102000000__add_email  TIME by ROLE
          applied       V20260103000000__add_ada  TIME by ROLE
          parked        varve_parked_1_old (0 bytes)
        Up to date: 3 migrations.
        """, ""), shell.varve("status").steady());
  }

  @Test
  void isThreeWhenAFileWasEditedOrIsGone() throws Exception {
    Migrations migrations = new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");
    migrations.write("V" + Migrations.EMAIL + ".sql", "ALTER TABLE users ADD email varchar;\n");
    Files.delete(migrations.folder().resolve("V" + Migrations.ADA + ".sql"));
    Files.delete(migrations.folder().resolve("U" + Migrations.ADA + ".sql"));

    assertEquals(new Shell.Run(3, """
        Database NAME on HOST, schema public
          applied       V20260101000000__create_users  TIME by ROLE
          edited        V20260102000000__add_email  TIME by ROLE
          unknown       V20260103000000__add_ada  TIME by ROLE
        Of 3 migrations: 1 edited, 1 unknown.
        """, ""), shell.varve("status").steady());
  }

  @Test
  void printsJson() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database);
    shell.varve("migrate");
    database.execute("CREATE TABLE varve_parked_1_old (a int)");

    Shell.Run run = shell.varve("status", "--json");

    assertEquals(0, run.exitCode());
    Json json = Json.parse(run.out());
    assertEquals("up to date", json.get("outcome").text());
    assertEquals("public", json.get("schema").text());
    Json first = json.get("migrations").list().get(0);
    assertEquals("applied", first.get("state").text());
    assertTrue(first.get("appliedAt").text().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    assertEquals(
        List.of("varve_parked_1_old"),
        json.get("parked").list().stream().map(p -> p.get("table").text()).toList());
  }

  @Test
  void worksOnTheSchemaThatIsNamed() {
    new Migrations(project);
    database.execute("CREATE SCHEMA \"Tenant 1\"");
    Shell shell = new Shell(project).on(database);

    assertEquals(0, shell.varve("migrate", "--schema", "Tenant 1").exitCode());
    assertEquals(3, shell.varve("status").exitCode());
    Shell.Run run = shell.varve("status", "--schema", "Tenant 1");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains(", schema Tenant 1\n"));
    assertEquals("2", database.value("SELECT count(*) FROM \"Tenant 1\".users"));
    Shell.Run missing = shell.varve("status", "--schema", "tenant 1");
    assertEquals(1, missing.exitCode());
    assertTrue(missing.err().contains("No schema to migrate"), missing.err());
  }
}
