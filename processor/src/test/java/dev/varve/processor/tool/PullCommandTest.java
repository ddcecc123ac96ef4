package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** {@code varve pull}, as a process. */
class PullCommandTest {
  @TempDir
  private Path project;

  @Test
  void recordsAndMigrationsAreWrittenAndTheDatabaseStamped() throws IOException {
    try (TestDatabase database = TestServer.newDatabase()) {
      database.execute("""
          CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);
          CREATE TYPE mood AS ENUM ('very good', 'bad');
          CREATE VIEW emails AS SELECT email FROM users;
          """);
      Shell shell = new Shell(project).on(database);

      Shell.Run run = shell.varve("pull", "--package", "shop", "--stamp");

      assertEquals(0, run.exitCode(), run.err());
      assertEquals("", run.err());
      assertEquals(
          """
          Pulled NAME: 1 table, 1 view, 0 types.
          Wrote 2 sources below src/main/java.
          Wrote src/main/resources/db/migration/V1__before_records.sql
          Wrote src/main/resources/db/migration/V2__baseline.sql

          Records do not say, so that scripts do:
            enum mood: the value "very good" is no name in Java
          The database has the migrations: varve_history says so.
          """,
          run.out()
              .replaceAll("Pulled \\S+ on \\S+:\\d+:", "Pulled NAME:")
              .replaceAll("V\\d{14}__before", "V1__before")
              .replaceAll("V\\d{14}__baseline", "V2__baseline"));
      assertEquals("""
          package shop;

          import jakarta.persistence.Id;
          import jakarta.persistence.Table;

          @Table(name = "users")
          public record User(
              @Id long id,
              String email) {}
          """, Files.readString(project.resolve("src/main/java/shop/User.java")));
      Shell.Run status = shell.varve("status", "--json");
      assertEquals(0, status.exitCode(), status.err());
      assertEquals("up to date", Json.parse(status.out()).get("outcome").text());

      database.execute("ALTER TABLE users ADD COLUMN name text");
      Shell.Run again = shell.varve("pull", "--package", "shop", "--json");
      assertEquals(0, again.exitCode(), again.err());
      Json result = Json.parse(again.out());
      assertEquals(Json.of(1), result.get("unchanged"));
      assertTrue(Files.readString(project.resolve("src/main/java/shop/User.java"))
          .contains("    String email,\n    Optional<String> name) {}"));
    }
  }

  @Test
  void onlyTheSchemasThatAreNamed() throws IOException {
    try (TestDatabase database = TestServer.newDatabase()) {
      database.execute("""
          CREATE SCHEMA billing;
          CREATE SCHEMA other;
          CREATE TABLE users (id bigint PRIMARY KEY);
          CREATE TABLE billing.invoices (id bigint PRIMARY KEY, owner bigint REFERENCES users);
          CREATE TABLE other.things (id bigint PRIMARY KEY);
          """);
      Shell.Run run = new Shell(project)
          .on(database)
          .varve("pull", "--package", "shop", "--schemas", "public,billing=org.example.money");
      assertEquals(0, run.exitCode(), run.err());
      try (Stream<Path> files = Files.walk(project.resolve("src/main/java"))) {
        assertEquals(
            List.of("org/example/money/Invoice.java", "shop/User.java"),
            files
                .filter(Files::isRegularFile)
                .map(file -> project.resolve("src/main/java").relativize(file).toString())
                .sorted()
                .toList());
      }
    }
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() throws IOException {
    try (TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(project).on(database);
      Shell.Run absent = shell.varve("pull", "--package", "shop", "--schemas", "absent");
      assertEquals(1, absent.exitCode());
      assertEquals(
          "varve pull: There is no schema absent in the database. Correct it.\n", absent.err());
      Shell.Run nameless = shell.varve("pull");
      assertEquals(2, nameless.exitCode());
      assertTrue(nameless.err().contains("--package"), nameless.err());
      try (Stream<Path> files = Files.walk(project)) {
        assertEquals(List.of(project), files.toList());
      }
    }
  }
}
