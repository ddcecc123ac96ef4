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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a user reads when something is not as it must be. */
class MessagesTest {
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aFailedStatementSaysWhereAndWhatStateWasLeft() {
    Script bad = new Script(EMAIL, """
            -- Adds an address.
            ALTER TABLE users ADD COLUMN email text;

            ALTER TABLE users
              ALTER COLUMN email SET NOT NULL;
            """);
    migrate(database, CREATE_USERS);
    database.execute("INSERT INTO users VALUES (1)");

    MigrationException.Failed failed = refused(
        MigrationException.Failed.class,
        "Migration V20260102000000__add_email, line 4: column \"email\" of relation \"users\""
            + " contains null values (23502). Rolled back; the database is at"
            + " V20260101000000__create_users.",
        () -> migrate(database, CREATE_USERS, bad));

    assertEquals(MigrationId.parse(EMAIL), failed.migration());
    assertEquals(4, failed.line());
    assertEquals("23502", failed.sqlState());
    assertEquals("Rolled back; the database is at V20260101000000__create_users.", failed.state());
    assertEquals(List.of("applied create_users 1/1", "failed add_email 1/1"), history(database));
    assertEquals(
        "line 4: column \"email\" of relation \"users\" contains null values (23502).",
        database.value("SELECT message FROM varve_history WHERE event = 'failed'"));
    assertEquals(List.of("add_email"), applied(migrate(database, CREATE_USERS, ADD_EMAIL)));
  }

  @Test
  void anErrorInTheMiddleOfAStatementHasItsOwnLine() {
    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 3: type \"txet\" does not exist (42704)."
            + " Rolled back; the database has no migration yet.",
        () ->
            migrate(database, new Script(USERS, "CREATE TABLE users (\n  id int,\n  a txet\n);")));
  }

  @Test
  void theServersDetailAndHintAreTold() {
    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 2: could not create unique index \"u\""
            + " (23505). Key (i)=(1) is duplicated. Rolled back; the database has no migration"
            + " yet.",
        () -> migrate(
            database,
            new Script(
                USERS,
                "CREATE TABLE t AS SELECT 1 AS i UNION ALL SELECT 1;\n"
                    + "CREATE UNIQUE INDEX u ON t (i)")));
    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 1: Table t has another shape (P0001)."
            + " Rename it. Rolled back; the database has no migration yet.",
        () -> migrate(
            database,
            new Script(
                USERS,
                "DO $$ BEGIN RAISE EXCEPTION 'Table t has another shape.' USING HINT = 'Rename"
                    + " it'; END $$")));
  }

  @Test
  void whatIsRefusedAtCommitIsRolledBackToo() {
    Script deferred = new Script(
        USERS,
        "CREATE TABLE t (i int PRIMARY KEY, up int REFERENCES t DEFERRABLE INITIALLY"
            + " DEFERRED);\nINSERT INTO t VALUES (1, 2);");

    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 2: insert or update on table \"t\" violates"
            + " foreign key constraint \"t_up_fkey\" (23503). Key (up)=(2) is not present in table"
            + " \"t\". Rolled back; the database has no migration yet.",
        () -> migrate(database, deferred));
    assertEquals("null", database.value("SELECT to_regclass('t')"));
  }

  @Test
  void aStepOutsideATransactionSaysThatItStartsAgain() {
    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 4: relation \"nowhere\" does not exist"
            + " (42P01). This step runs outside a transaction and starts again from its first"
            + " statement at the next run; the database has no migration yet, and step 1 of 2 of"
            + " V20260101000000__create_users is done.",
        () -> migrate(
            database,
            new Script(
                USERS,
                "-- varve:step transaction\nCREATE TABLE t (i int);\n"
                    + "-- varve:step outside transaction\n"
                    + "CREATE INDEX CONCURRENTLY i ON nowhere (i);")));
  }

  @Test
  void aLostConnectionSaysWhatBecomesOfTheStep() {
    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 2: terminating connection due to"
            + " administrator command (57P01). The connection is lost, so the server rolls this"
            + " step back; the database has no migration yet.",
        () -> migrate(
            database,
            new Script(
                USERS, "CREATE TABLE t (i int);\nSELECT pg_terminate_backend(pg_backend_pid());")));
    assertEquals("null", database.value("SELECT to_regclass('t')"));
  }

  @Test
  void aConnectionLostInCommitSaysThatTheNextRunFindsOut() {
    refused(
        MigrationException.Failed.class,
        "Migration V20260101000000__create_users, line 5: terminating connection due to"
            + " administrator command (57P01). The connection was lost during COMMIT: the next run"
            + " finds out whether this step took effect. Before it, the database has no migration"
            + " yet.",
        () -> migrate(database, new Script(USERS, """
                    CREATE TABLE t (i int);
                    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                      'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
                    CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                      FOR EACH ROW EXECUTE FUNCTION die(); INSERT INTO t VALUES (1);
                    """)));
  }

  @Test
  void aScriptThatCannotBeRunStopsEverythingBeforeAnythingIsDone() {
    MigrationException.Refused refused = refused(
        MigrationException.Refused.class,
        "Migration V20260102000000__add_email, line 2: COMMIT is not allowed: a step is a"
            + " transaction already. Start another one with \"-- varve:step transaction\"."
            + " Nothing was changed.",
        () -> migrate(database, CREATE_USERS, new Script(EMAIL, "SELECT 1;\nCOMMIT;")));

    assertEquals(2, refused.line());
    assertEquals("null", database.value("SELECT to_regclass('users')"));
    assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
  }

  @Test
  void anEditedMigrationIsNamedWithBothChecksums() {
    Script edited = new Script(USERS, "CREATE TABLE users (id bigint PRIMARY KEY);");
    Script alsoEdited = new Script(EMAIL, "SELECT 1");
    migrate(database, CREATE_USERS, ADD_EMAIL);

    MigrationException.Edited refused = refused(
        MigrationException.Edited.class,
        "Migration V20260101000000__create_users was edited after it was applied: its checksum"
            + " is v1:abe62a80…, the history has v1:e2c27656…. The same holds for"
            + " V20260102000000__add_email. Nothing was changed. Restore the file from version"
            + " control and write the change as a new migration.",
        () -> migrate(database, edited, alsoEdited));
    assertEquals(List.of(MigrationId.parse(USERS), MigrationId.parse(EMAIL)), refused.migrations());
    Status status = migrator(database.dataSource(), edited, ADD_EMAIL).status();
    assertEquals(1, status.in(Status.State.EDITED).size());
  }

  @Test
  void reformattingAnAppliedMigrationChangesNothing() {
    migrate(database, CREATE_USERS);

    migrate(
        database,
        new Script(USERS, "-- Users.\r\nCREATE TABLE users (\r\n  id int PRIMARY KEY);\r\n"));

    assertEquals(List.of("applied create_users 1/1"), history(database));
  }

  @Test
  void aMissingMigrationIsNamed() {
    migrate(database, CREATE_USERS, ADD_EMAIL);

    MigrationException.Missing refused = refused(
        MigrationException.Missing.class,
        "Migration V20260101000000__create_users is applied in the database, but this"
            + " application does not have it, although it has later ones. Nothing was changed."
            + " Restore its file, or undo it with the application that has it.",
        () -> migrate(database, ADD_EMAIL));
    assertEquals(List.of(MigrationId.parse(USERS)), refused.migrations());
  }

  @Test
  void anOlderApplicationStartsWithANewerDatabase() {
    migrate(database, CREATE_USERS, ADD_EMAIL);

    MigrationResult result = migrate(database, CREATE_USERS);

    assertEquals(List.of(), result.applied());
    assertEquals(
        List.of("The database is newer than this application: it has V20260102000000__add_email."),
        result.notes());
  }

  @Test
  void anApplicationFromBeforeAMergeStartsToo() {
    Script late = new Script("20260101120000__other_branch", "CREATE TABLE other (i int)");
    migrate(database, CREATE_USERS, ADD_EMAIL);

    MigrationResult merged = migrator(
            database.dataSource(),
            Settings.DEFAULT.outOfOrder(List.of("20260101120000__other_branch")),
            CREATE_USERS,
            late,
            ADD_EMAIL)
        .migrate();
    MigrationResult before = migrate(database, CREATE_USERS, ADD_EMAIL);

    assertEquals(List.of("other_branch"), applied(merged));
    assertEquals(
        List.of(
            "V20260101120000__other_branch was applied after newer ones, as it came from another"
                + " branch."),
        merged.notes());
    assertEquals(
        List.of(
            "The database is newer than this application: it has V20260101120000__other_branch."),
        before.notes());
  }

  @Test
  void aStandbyOrAReadOnlySessionIsRefusedOnlyIfSomethingIsPending() {
    PGSimpleDataSource readOnly = database.dataSource();
    readOnly.setOptions("-c default_transaction_read_only=on");
    String message =
        "Migrations are to be run, but the connection is read-only: the server is a standby, or"
            + " default_transaction_read_only is on. Nothing was changed. Connect to the primary"
            + " server.";

    refused(
        MigrationException.Unsuitable.class,
        message,
        () -> migrator(readOnly, CREATE_USERS).migrate());
    migrate(database, CREATE_USERS);
    assertTrue(migrator(readOnly, CREATE_USERS).migrate().applied().isEmpty());
    refused(
        MigrationException.Unsuitable.class,
        message,
        () -> migrator(readOnly, CREATE_USERS).rollback(1));
  }

  @Test
  void aConnectionWithoutASchemaIsRefused() {
    PGSimpleDataSource nowhere = database.dataSource();
    nowhere.setCurrentSchema("nowhere, \"no where\"");

    refused(
        MigrationException.Unsuitable.class,
        "No schema to migrate: search_path is 'nowhere, \"no where\"', and no schema in it exists."
            + " Nothing was changed. Create the schema, or name another with currentSchema in the"
            + " URL.",
        () -> migrator(nowhere, CREATE_USERS).migrate());
  }

  @Test
  void aMissingRightIsTold() {
    database.execute("CREATE ROLE guest_"
        + database.name()
        + " LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT ALL ON DATABASE "
        + database.name()
        + " TO guest_"
        + database.name());
    PGSimpleDataSource guest = database.dataSource();
    guest.setOptions("-c role=guest_" + database.name());
    try {
      String role = "guest_" + database.name();
      refused(
          MigrationException.Unsuitable.class,
          "Role " + role + " may not create anything in schema public. Nothing was changed."
              + " Connect as the owner of the schema, or run: GRANT USAGE, CREATE ON SCHEMA"
              + " \"public\" TO \"" + role + "\".",
          () -> migrator(guest, CREATE_USERS).migrate());
    } finally {
      database.execute("REVOKE ALL ON DATABASE "
          + database.name()
          + " FROM guest_"
          + database.name()
          + "; DROP ROLE guest_"
          + database.name());
    }
  }

  @Test
  void theHolderOfTheLockIsNamed() throws Exception {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SET application_name = 'shop 1'");
      statement.execute("SELECT pg_advisory_lock(1448236613, 1170059881)");
      String pid =
          database.value("SELECT pid FROM pg_stat_activity WHERE application_name = 'shop 1'");
      Settings impatient = Settings.DEFAULT.waitForLock(Duration.ZERO);

      MigrationException.Locked locked = assertThrows(
          MigrationException.Locked.class,
          () -> migrator(database.dataSource(), impatient, CREATE_USERS).migrate());

      MigrationException.Locked.Holder holder = locked.holder().orElseThrow();
      assertEquals(
          "Another process is migrating schema \"public\": process "
              + pid
              + ", application \"shop 1\", connected since "
              + holder.connected().orElseThrow()
              + ". Waited 0 s. Nothing was changed. Start again when it is done, or end it.",
          locked.getMessage());
      assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsTold() {
    PGSimpleDataSource gone = database.dataSource();
    gone.setDatabaseName("no_such_database");

    refused(
        MigrationException.Server.class,
        "Migrating failed: database \"no_such_database\" does not exist (3D000).",
        () -> migrator(gone, CREATE_USERS).migrate());
  }

  @Test
  void withoutAnUndoScriptNothingIsUndone() {
    migrate(database, new Script(USERS, "CREATE TABLE users (id int)"), ADD_EMAIL);

    refused(
        MigrationException.NoUndo.class,
        "Migration V20260101000000__create_users has no undo script in the history: it never had"
            + " one, or the database was created at once, without what this migration would have"
            + " parked. Nothing was undone. Write a new migration that takes its changes back.",
        () -> migrator(database.dataSource(), CREATE_USERS).rollback(2));
    assertEquals(2, history(database).size());
  }
}
