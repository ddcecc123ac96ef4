package dev.varve.processor.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A database that changes by hand, pulled over the records that it was before. */
class PullAgainTest {
  private static final String FIRST = """
      CREATE TYPE mood AS ENUM ('GOOD', 'BAD');
      CREATE TABLE users (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email varchar(100) NOT NULL UNIQUE,
        nickname text,
        age integer,
        feeling mood DEFAULT 'GOOD' NOT NULL
      );
      CREATE TABLE posts (
        id bigint PRIMARY KEY,
        author bigint NOT NULL REFERENCES users,
        title text NOT NULL CHECK (title <> ''),
        old text
      );
      CREATE INDEX posts_title_idx ON posts (title);
      CREATE TABLE forgotten (id integer PRIMARY KEY);
      CREATE VIEW titles AS SELECT id, title FROM posts;
      """;

  private static final String SECOND = """
      ALTER TYPE mood ADD VALUE 'SO_SO' BEFORE 'BAD';
      ALTER TABLE users ADD COLUMN city text;
      ALTER TABLE users ADD COLUMN created_at timestamptz DEFAULT now() NOT NULL;
      ALTER TABLE users ADD COLUMN score integer;
      UPDATE users SET score = 0;
      ALTER TABLE users ALTER COLUMN score SET NOT NULL;
      ALTER TABLE users ALTER COLUMN email TYPE varchar(200);
      ALTER TABLE users ALTER COLUMN age TYPE smallint;
      ALTER TABLE users ALTER COLUMN nickname SET DEFAULT 'none';
      DROP VIEW titles;
      CREATE VIEW titles AS SELECT id, title, author FROM posts WHERE title <> 'x';
      ALTER TABLE posts DROP CONSTRAINT posts_title_check;
      ALTER TABLE posts ADD CONSTRAINT posts_title_check CHECK (length(title) > 2);
      ALTER TABLE posts DROP COLUMN old;
      ALTER TABLE posts DROP CONSTRAINT posts_author_fkey,
        ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES users ON DELETE CASCADE;
      DROP INDEX posts_title_idx;
      CREATE INDEX posts_author_idx ON posts (author);
      DROP TABLE forgotten;
      CREATE TABLE tags (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, name text NOT NULL);
      COMMENT ON TABLE tags IS 'What posts are about.';
      CREATE FUNCTION shout(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1)';
      """;

  @Test
  void theMigrationLeadsACopyToTheSameAndItsUndoBack() throws Exception {
    try (TestDatabase original = TestServer.newDatabase();
        TestDatabase copy = TestServer.newDatabase();
        RoundTrip trip = new RoundTrip()) {
      RoundTrip.run(original, FIRST);
      trip.pull(original);
      trip.compilesToNothing();
      trip.varve(original).baseline();
      trip.migrate(copy);
      copy.execute("INSERT INTO users (email, age) VALUES ('ada@example.org', 36)");
      SortedMap<Name, Catalog> before = RoundTrip.catalog(original);
      RoundTrip.assertSame(before, RoundTrip.catalog(copy));

      RoundTrip.run(original, SECOND);
      Pulled again = trip.pull(original);
      if (Boolean.getBoolean("varve.pull.show")) {
        System.out.println(again);
        for (Path source : again.sources()) {
          System.out.println("--- " + source + "\n" + Files.readString(source));
        }
      }
      var files = new TreeSet<>(trip.project().migrationFiles().keySet());
      TestProject.Result result = trip.project().compile();
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
      var now = new TreeSet<>(trip.project().migrationFiles().keySet());
      now.removeAll(files);
      now.removeIf(file -> file.endsWith(".conf"));
      assertEquals(3, now.size(), now::toString);
      trip.migrate(copy);
      RoundTrip.assertSame(RoundTrip.catalog(original), RoundTrip.catalog(copy));
      Varve varve = trip.varve(copy);
      MigrationException.LosesData refused =
          assertThrows(MigrationException.LosesData.class, () -> varve.rollback(1));
      varve.allowLoss(refused.losses()).rollback(1);
      RoundTrip.assertSame(before, RoundTrip.catalog(copy));
      assertEquals("ada@example.org|36", copy.value("SELECT email, age FROM users"));

      Pulled third = trip.pull(original);
      assertEquals(0, third.sources().size(), () -> third.sources().toString());
      trip.compilesToNothing();
    }
  }

  @Test
  void whatPeopleWroteStays() throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        RoundTrip trip = new RoundTrip()) {
      RoundTrip.run(database, """
          CREATE TABLE users (id bigint PRIMARY KEY, display_name text NOT NULL, note text);
          CREATE TABLE posts (id bigint PRIMARY KEY, author bigint REFERENCES users, title text);
          """);
      trip.pull(database);
      Path user = trip.project().sources().resolve("app/User.java");
      String written = """
          // Ours since 2019.
          package app;

          import jakarta.persistence.Column;
          import jakarta.persistence.Id;
          import jakarta.persistence.Table;
          import java.util.Optional;
          import java.util.function.Supplier;

          /** A person, as we see one. */
          @SuppressWarnings("unused")
          @Table(name = "users")
          public record User(
              @Id long id, // never changes
              /* shown to others */ @Deprecated @Column(name = "display_name") String name,
              Optional<String> note) implements Supplier<String> {
            static final int MOST = 3;

            /** What is shown. */
            @Override
            public String get() {
              return name + "!";
            }
          }
          """;
      Files.writeString(user, written);
      assertEquals(2, trip.pull(database).unchanged());
      assertEquals(written, Files.readString(user));

      RoundTrip.run(database, """
          ALTER TABLE users ALTER COLUMN display_name TYPE varchar(50);
          ALTER TABLE users DROP COLUMN note;
          ALTER TABLE users ADD COLUMN born date CHECK (born > '1900-01-01');
          CREATE INDEX users_born_idx ON users (born DESC);
          """);
      trip.pull(database);
      assertEquals("""
          // Ours since 2019.
          package app;

          import dev.varve.annotations.AllowRewrite;
          import dev.varve.annotations.Check;
          import dev.varve.annotations.Dropped;
          import dev.varve.annotations.Index;
          import dev.varve.annotations.Using;
          import jakarta.persistence.Column;
          import jakarta.persistence.Id;
          import jakarta.persistence.Table;
          import java.time.LocalDate;
          import java.util.Optional;
          import java.util.function.Supplier;

          /** A person, as we see one. */
          @SuppressWarnings("unused")
          @Table(name = "users")
          @Index(columns = "born DESC")
          @Dropped("users.note")
          public record User(
              @Id long id, // never changes
              /* shown to others */ @Deprecated @Column(name = "display_name", length = 50) @Using("left(display_name, 50)") @AllowRewrite("The database has it so.") String name,
              @Check("born > '1900-01-01'::date") Optional<LocalDate> born) implements Supplier<String> {
            static final int MOST = 3;

            /** What is shown. */
            @Override
            public String get() {
              return name + "!";
            }
          }
          """, Files.readString(user));
      TestProject.Result result = trip.project().compile();
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
    }
  }

  @Test
  void aMissingSchemaIsSaid() throws IOException, SQLException {
    try (TestDatabase database = TestServer.newDatabase();
        RoundTrip trip = new RoundTrip();
        var connection = database.connect()) {
      PullException refused = assertThrows(
          PullException.class,
          () -> new Pull(
                  "app", Map.of(), List.of("absent"), trip.project().sources(), trip.migrations())
              .run(connection));
      assertEquals("There is no schema absent in the database. Correct it.", refused.getMessage());
    }
  }

  /** Its rows would lose their type. Nothing is written. */
  @Test
  void anEnumOfRecordsThatNoRecordCanSayAnyMoreStopsThePull() throws Exception {
    for (String change :
        List.of("ADD VALUE 'in-progress'", "ADD VALUE 'class'", "RENAME VALUE 'OPEN' TO 'ÄÖ 1'")) {
      String label = change.replaceFirst(".*'(.+)'", "$1");
      try (TestDatabase database = TestServer.newDatabase();
          RoundTrip trip = new RoundTrip()) {
        RoundTrip.run(
            database,
            "CREATE TYPE state AS ENUM ('OPEN', 'DONE');"
                + "CREATE TABLE users (id bigint PRIMARY KEY, state state, states state[])");
        trip.pull(database);
        trip.compilesToNothing();
        var files = trip.project().migrationFiles();
        RoundTrip.run(database, "ALTER TYPE state " + change);
        PullException refused = assertThrows(PullException.class, () -> trip.pull(database));
        assertEquals(
            "The enum state is app.State, but the value \"" + label + "\" is no name in Java, so no"
                + " record can say it any more. Give the value another name in the database (ALTER"
                + " TYPE state RENAME VALUE … TO …), then pull again.",
            refused.getMessage());
        assertEquals(files, trip.project().migrationFiles());
        RoundTrip.run(database, "ALTER TYPE state RENAME VALUE '" + label + "' TO 'IN_PROGRESS'");
        trip.pull(database);
        assertTrue(trip.project().compile().success());
      }
    }
  }
}
