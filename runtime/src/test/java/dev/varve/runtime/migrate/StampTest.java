package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.EMAIL;
import static dev.varve.runtime.migrate.Stories.USERS;
import static dev.varve.runtime.migrate.Stories.applied;
import static dev.varve.runtime.migrate.Stories.history;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static dev.varve.runtime.migrate.Stories.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.CountingDataSource;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Migrations that count as applied without having been run, and databases that are emptied. */
class StampTest {
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aBaselineBeginsAHistoryAndRunsNothing() {
    Migrator migrator = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL);
    database.execute("CREATE TABLE users (id int, email text)");

    List<HistoryEvent> events = migrator.baseline(Optional.empty());

    assertEquals(List.of(HistoryEvent.Kind.STAMPED, HistoryEvent.Kind.STAMPED), kinds(events));
    assertEquals(List.of(), applied(migrator.migrate()));
    CountingDataSource counting = new CountingDataSource(database.dataSource());
    migrator(counting.dataSource(), CREATE_USERS, ADD_EMAIL).migrate();
    assertEquals(1, counting.statements());
    assertEquals(1, migrator.rollback(1).undone().size(), "the undo script is kept");
    refused(
        MigrationException.NotPossible.class,
        "Schema public has a history already. Nothing was changed. A baseline begins one; stamp"
            + " says of single migrations that they are applied.",
        () -> migrator.baseline(Optional.empty()));
  }

  @Test
  void aBaselineUpToAVersionLeavesTheRestPending() {
    database.execute("CREATE TABLE users (id int)");
    Migrator migrator = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL);

    assertEquals(1, migrator.baseline(Optional.of("20260101000000")).size());
    assertEquals(List.of("add_email"), applied(migrator.migrate()));
  }

  @Test
  void whatOnlyAMarkTellsIsMarkedByAStamp() {
    Script exchange = new Script("20260103000000__exchange", """
        CREATE TABLE IF NOT EXISTS varve_marks (mark text PRIMARY KEY);
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM varve_marks WHERE mark = 'it''s done') THEN
            ALTER TABLE users RENAME id TO email;
            INSERT INTO varve_marks VALUES ('it''s done');
          END IF;
        END $$;
        """, """
        DO $$ BEGIN
          IF EXISTS (SELECT FROM varve_marks WHERE mark = 'it''s done') THEN
            ALTER TABLE users RENAME email TO id;
            DELETE FROM varve_marks WHERE mark = 'it''s done';
          END IF;
        END $$;
        """);
    database.execute("CREATE TABLE users (email int)");
    Migrator migrator = migrator(database.dataSource(), CREATE_USERS, exchange);

    migrator.baseline(Optional.empty());
    migrator.rollback(1);

    database.execute("INSERT INTO users (id) VALUES (1)");
    assertEquals(List.of("exchange"), applied(migrator.migrate()), "and forth again");
    database.execute("INSERT INTO users (email) VALUES (1)");
  }

  @Test
  void whatSomebodyRanByHandIsStamped() {
    migrate(database, CREATE_USERS);
    database.execute("ALTER TABLE users ADD COLUMN email text");
    Migrator migrator = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL);

    assertEquals(1, migrator.stamp(EMAIL).size());
    assertEquals(0, migrator.stamp(EMAIL).size(), "a second time there is nothing to stamp");

    assertEquals(List.of(), applied(migrator.migrate()));
    assertEquals(List.of("applied create_users 1/1", "stamped add_email 1/1"), history(database));
    refused(
        MigrationException.NotPossible.class,
        "This application has no migration 20270101000000. Nothing was changed.",
        () -> migrator.stamp("20270101000000"));
  }

  @Test
  void anEditedFileIsAcceptedByName() {
    Script edited = new Script(USERS, "CREATE TABLE users (id bigint PRIMARY KEY)");
    Script alsoEdited = new Script(EMAIL, "SELECT 1");
    migrate(database, CREATE_USERS, ADD_EMAIL);
    Migrator migrator = migrator(database.dataSource(), edited, alsoEdited);

    assertEquals(1, migrator.stamp(EMAIL).size());
    assertThrows(MigrationException.Edited.class, migrator::migrate);
    assertEquals(1, migrator.stamp(USERS).size());

    assertEquals(List.of(), applied(migrator.migrate()));
    assertEquals(4, migrator.history().size());
  }

  @Test
  void theHistoryIsEveryEventInOrder() {
    Script bad = new Script(EMAIL, "SELECT 1/0");
    assertEquals(List.of(), migrator(database.dataSource()).history());
    migrate(database, CREATE_USERS);
    assertThrows(MigrationException.Failed.class, () -> migrate(database, CREATE_USERS, bad));
    migrator(database.dataSource(), CREATE_USERS).rollback(1);

    List<HistoryEvent> events = migrator(database.dataSource(), CREATE_USERS).history();

    assertEquals(
        List.of(HistoryEvent.Kind.APPLIED, HistoryEvent.Kind.FAILED, HistoryEvent.Kind.UNDONE),
        kinds(events));
    assertEquals(Optional.of("line 1: division by zero (22012)."), events.get(1).message());
    assertTrue(events.get(1).toString().startsWith("V20260102000000__add_email failed 20"));
    assertEquals(database.value("SELECT session_user"), events.get(0).by());
  }

  @Test
  void aMarkedDatabaseIsEmptiedAndCanBeginAnew() {
    Settings settings = Settings.DEFAULT.development(true);
    Script varied = new Script(EMAIL, """
            CREATE TYPE mood AS ENUM ('a'); CREATE DOMAIN d AS int; CREATE SEQUENCE s;
            CREATE TABLE t (i serial, m mood, d d REFERENCES users); CREATE VIEW v AS SELECT * FROM t;
            CREATE MATERIALIZED VIEW mv AS SELECT 1 AS i; CREATE TYPE pair AS (a int, b int);
            CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql RETURN 1; CREATE TYPE r AS RANGE (SUBTYPE = int);
            CREATE PROCEDURE p() LANGUAGE sql AS ''; CREATE TABLE part (i int) PARTITION BY LIST (i);
            CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1);
            """);
    Migrator migrator = migrator(database.dataSource(), settings, CREATE_USERS, varied);
    migrator.migrate();
    assertTrue(migrator.status().development());

    refused(
        MigrationException.NotPossible.class,
        "The connection is to database " + database.name() + ", not to production. Nothing was"
            + " dropped.",
        () -> migrator.reset("production"));
    migrator.reset(database.name());

    assertEquals(
        List.of(
            "varve_history",
            "varve_history_entry_seq",
            "varve_history_module_entry",
            "varve_history_pkey"),
        database.rows(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1"));
    assertEquals(
        "0",
        database.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"));
    assertEquals(List.of(), migrator.history());
    assertEquals(2, migrator.migrate().applied().size());
    assertTrue(migrator.status().development(), "the mark stays");
  }

  @Test
  void aDatabaseWithoutTheMarkIsNotEmptiedAndNeverGetsIt() {
    migrate(database, CREATE_USERS);
    Migrator marking = migrator(
        database.dataSource(), Settings.DEFAULT.development(true), CREATE_USERS, ADD_EMAIL);

    marking.migrate();

    assertFalse(marking.status().development());
    refused(
        MigrationException.NotPossible.class,
        "Database " + database.name() + ", schema public is not marked as one for development, and"
            + " only migrating an empty database can set that mark. Nothing was dropped.",
        () -> marking.reset(database.name()));
    assertEquals("0", database.value("SELECT count(*) FROM users"));
  }

  private static List<HistoryEvent.Kind> kinds(List<HistoryEvent> events) {
    return events.stream().map(HistoryEvent::kind).toList();
  }
}
