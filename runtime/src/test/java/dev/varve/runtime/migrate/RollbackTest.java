package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.EMAIL;
import static dev.varve.runtime.migrate.Stories.INDEX;
import static dev.varve.runtime.migrate.Stories.USERS;
import static dev.varve.runtime.migrate.Stories.history;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static dev.varve.runtime.migrate.Stories.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going back: how far, and never over rows that nobody gave up. */
class RollbackTest {
  private static final Script ADD_INDEX =
      new Script(INDEX, "CREATE INDEX users_email ON users (email);", "DROP INDEX users_email;");

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void rollingBackToAVersionUndoesWhatIsNewer() {
    migrate(database, CREATE_USERS, ADD_EMAIL, ADD_INDEX);

    assertEquals(
        2, migrator(database.dataSource()).rollbackTo("20260101000000").undone().size());
    migrate(database, CREATE_USERS, ADD_EMAIL, ADD_INDEX);
    assertEquals(
        1, migrator(database.dataSource()).rollbackTo("V" + EMAIL).undone().size());
    assertEquals(0, migrator(database.dataSource()).rollbackTo(EMAIL).undone().size());

    assertEquals("null", database.value("SELECT to_regclass('users_email')"));
    assertEquals(
        "2",
        database.value("SELECT count(*) FROM pg_attribute WHERE attnum > 0 AND NOT"
            + " attisdropped AND attrelid = 'users'::regclass"));
  }

  @Test
  void aVersionThatIsNotAppliedIsRefused() {
    migrate(database, CREATE_USERS);

    refused(
        MigrationException.NotPossible.class,
        "Migration 20270101000000 is not applied in schema public. Nothing was undone.",
        () -> migrator(database.dataSource(), CREATE_USERS).rollbackTo("20270101000000"));
  }

  @Test
  void rowsAreNotLostUnlessTheirTableIsNamed() {
    migrate(database, CREATE_USERS, ADD_EMAIL);
    database.execute("INSERT INTO users VALUES (1, 'ada@example.org')");

    MigrationException.LosesData losing = refused(
        MigrationException.LosesData.class,
        "Undoing V20260102000000__add_email would lose what is in users.email, users. Nothing was"
            + " undone. Save it, or allow the loss by name.",
        () -> migrator(database.dataSource(), CREATE_USERS).rollback(2));
    assertEquals(List.of("users.email", "users"), losing.losses());
    assertEquals(2, history(database).size());
    assertEquals("1|ada@example.org", database.value("SELECT * FROM users"));

    Settings column = Settings.DEFAULT.allowLoss(List.of("users.email"));
    assertEquals(
        List.of("users"),
        assertThrows(
                MigrationException.LosesData.class,
                () -> migrator(database.dataSource(), column).rollback(2))
            .losses());
    assertEquals(1, migrator(database.dataSource(), column).rollback(1).undone().size());
    Settings table = Settings.DEFAULT.allowLoss(List.of("users"));
    assertEquals(1, migrator(database.dataSource(), table).rollback(1).undone().size());
    assertEquals(
        List.of("{}", "{}", "{users.email}", "{users}"),
        database.rows("SELECT allowed_loss FROM varve_history ORDER BY entry"));
  }

  @Test
  void rowsThatComeWhileItRunsAreNotLostEither() {
    Script late = new Script(
        USERS, "CREATE TABLE t (i int);", "INSERT INTO t VALUES (1); DROP TABLE IF EXISTS t;");
    migrate(database, late);

    refused(
        MigrationException.LosesData.class,
        "Undoing V20260101000000__create_users would lose what is in t. This step was rolled back;"
            + " the steps before it stay. Save it, or allow the loss by name.",
        () -> migrator(database.dataSource(), late).rollback(1));

    assertEquals("0", database.value("SELECT count(*) FROM t"));
    assertEquals(List.of("applied create_users 1/1"), history(database));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE other, t | t",
        "DROP TABLE public.\"t\" | public.t",
        "TRUNCATE t | t",
        "DELETE FROM ONLY t WHERE i = 1 | t",
        "ALTER TABLE IF EXISTS ONLY t DROP j | t.j",
        "ALTER TABLE t ADD x int, DROP COLUMN IF EXISTS \"J k\", DROP CONSTRAINT c | t.J k",
        "DO $x$ BEGIN IF true THEN ALTER TABLE t DROP COLUMN j; END IF; END $x$ | t.j",
        "WITH gone AS (DELETE FROM t RETURNING i) SELECT count(*) FROM gone | t",
        "DROP TABLE IF EXISTS nothing | ",
        "DROP TABLE other | ",
        "ALTER TABLE t ALTER j DROP DEFAULT, ALTER COLUMN j DROP NOT NULL | ",
        "ALTER TABLE t DROP COLUMN empty | ",
        "ALTER TABLE t DROP CONSTRAINT c | ",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM t' | ",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM t $$ | ",
        "UPDATE t SET i = 2 | ",
      })
  void whatAnUndoLosesIsReadFromItsStatements(String statement, String loss) {
    database.execute("CREATE TABLE other (i int); CREATE TABLE t (i int CONSTRAINT c CHECK (i > 0),"
        + " j int DEFAULT 3, \"J k\" int, empty int); INSERT INTO t VALUES (1, 2, 3)");
    migrate(database, new Script(USERS, "SELECT 1", statement));

    List<String> losses = List.of();
    try {
      migrator(database.dataSource()).rollback(1);
    } catch (MigrationException.LosesData refused) {
      losses = refused.losses();
    }

    assertEquals(loss == null ? List.of() : List.of(loss), losses);
  }

  @Test
  void aTypeThatCannotHoldTheValuesCountsIfTheHeaderSaysSo() {
    migrate(
        database,
        new Script(
            USERS,
            "CREATE TABLE t (i numeric); INSERT INTO t VALUES (1.5)",
            "-- U\n--\n-- Data lost: what integer cannot hold of t.i.\n\n"
                + "ALTER TABLE t ALTER COLUMN i TYPE int"));

    assertEquals(
        List.of("t.i"),
        assertThrows(
                MigrationException.LosesData.class,
                () -> migrator(database.dataSource()).rollback(1))
            .losses());
  }
}
