package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.applied;
import static dev.varve.runtime.migrate.Stories.history;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.CountingDataSource;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigratorTest {
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void whatIsPendingIsAppliedOnce() {
    assertEquals(List.of("create_users"), applied(migrate(database, CREATE_USERS)));
    assertEquals(List.of("add_email"), applied(migrate(database, ADD_EMAIL, CREATE_USERS)));
    assertEquals(List.of(), applied(migrate(database, CREATE_USERS, ADD_EMAIL)));

    assertEquals(
        List.of("id", "email"),
        database.rows(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass AND attnum > 0"
                + " ORDER BY attnum"));
    assertEquals(List.of("applied create_users 1/1", "applied add_email 1/1"), history(database));
  }

  @Test
  void theHistoryTellsWhatHappened() {
    MigrationSource source = MigrationSource.of("shop", List.of(CREATE_USERS));
    migrate(database, CREATE_USERS);

    assertEquals(
        "1|shop|20260101000000|create_users|1|1|applied|"
            + source.index().migrations().get(0).checksum()
            + "|DROP TABLE users;|"
            + source.digest()
            + "|null|t|t|t|PostgreSQL JDBC Driver|development",
        database.value(
            "SELECT entry, module, version, name, step, steps, event, checksum, undo, digest,"
                + " message, started_at BETWEEN now() - interval '1 minute' AND now(),"
                + " duration BETWEEN interval '1 microsecond' AND interval '1 minute',"
                + " applied_by = session_user, application, varve FROM varve_history"));
  }

  @Test
  void anUpToDateDatabaseIsAskedOneStatement() {
    CountingDataSource counting = new CountingDataSource(database.dataSource());
    migrate(database, CREATE_USERS, ADD_EMAIL);

    assertTrue(migrator(counting.dataSource(), CREATE_USERS, ADD_EMAIL)
        .migrate()
        .applied()
        .isEmpty());

    assertEquals(1, counting.statements());
  }

  @Test
  void anUpToDateDatabaseNeedsNeitherLockNorRightToWrite() {
    migrate(database, CREATE_USERS);
    database.execute(
        "ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

    assertTrue(migrate(database, CREATE_USERS).applied().isEmpty());
    assertTrue(migrate(database).applied().isEmpty(), "nothing to apply, newer database");
  }

  @Test
  void withoutMigrationsNothingIsCreated() {
    assertTrue(migrate(database).applied().isEmpty());

    assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
  }

  @Test
  void modulesShareAHistoryAndAreAppliedInVersionOrder() {
    MigrationSource a = MigrationSource.of(
        "a",
        List.of(
            new MigrationSource.Script("20260101000000__one", "CREATE TABLE one (i int)"),
            new MigrationSource.Script("20260103000000__three", "CREATE TABLE three (i int)")));
    MigrationSource b = MigrationSource.of(
        "b",
        List.of(new MigrationSource.Script("20260102000000__two", "CREATE TABLE two (i int)")));
    CountingDataSource counting = new CountingDataSource(database.dataSource());

    new Migrator(database.dataSource(), List.of(a, b), Settings.DEFAULT).migrate();
    new Migrator(counting.dataSource(), List.of(a, b), Settings.DEFAULT).migrate();

    assertEquals(
        List.of("a one", "b two", "a three"),
        database.rows("SELECT module || ' ' || name FROM varve_history ORDER BY entry"));
    assertEquals(1, counting.statements());
  }

  @Test
  void statusComparesAndChangesNothing() {
    migrate(database, CREATE_USERS);
    Status status = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL).status();

    assertEquals("public", status.schema());
    assertEquals(
        List.of(Status.State.APPLIED, Status.State.PENDING),
        status.migrations().stream().map(Status.Migration::state).toList());
    assertEquals(
        Optional.of(database.value("SELECT current_user")),
        status.migrations().get(0).appliedBy());
    assertEquals(
        "V20260102000000__add_email pending", status.migrations().get(1).toString());
    assertEquals(
        List.of(Status.State.PENDING, Status.State.UNKNOWN),
        migrator(
                database.dataSource(),
                ADD_EMAIL,
                new MigrationSource.Script("20250101000000__older", "SELECT 1"))
            .status()
            .migrations()
            .stream()
            .map(Status.Migration::state)
            .toList()
            .subList(0, 2));
    assertEquals(List.of("applied create_users 1/1"), history(database));
  }

  @Test
  void statusListsWhatIsParkedWithItsSize() {
    migrate(database, CREATE_USERS);
    database.execute("CREATE TABLE orders (id int, varve_parked_1a2b3c4d_note text);"
        + "INSERT INTO orders SELECT n, 'parked' FROM generate_series(1, 1000) n;"
        + "CREATE TABLE varve_parked_5e6f7a8b_lines AS SELECT * FROM orders;"
        + "ANALYZE orders");
    List<Status.Parked> parked =
        migrator(database.dataSource(), CREATE_USERS).status().parked();

    assertEquals(
        List.of(
            "orders Optional[varve_parked_1a2b3c4d_note]",
            "varve_parked_5e6f7a8b_lines Optional.empty"),
        parked.stream().map(p -> p.table() + " " + p.column()).toList());
    assertTrue(parked.get(0).bytes() >= 6_000, parked::toString);
    assertTrue(parked.get(1).bytes() >= 32_000, parked::toString);
  }

  @Test
  void statusOfAnEmptyDatabaseIsAllPending() {
    Status status = migrator(database.dataSource(), CREATE_USERS).status();

    assertEquals(1, status.in(Status.State.PENDING).size());
    assertFalse(status.migrations().isEmpty());
  }

  @Test
  void aListenerHearsEachStatement() {
    List<String> heard = new ArrayList<>();
    MigrationListener listener = new MigrationListener() {
      @Override
      public void started(String module, MigrationId migration, boolean undo) {
        heard.add("started " + module + " " + migration + " " + undo);
      }

      @Override
      public void statement(MigrationId migration, int line, long rows, Duration took) {
        heard.add("line " + line + ", rows " + rows);
      }

      @Override
      public void finished(String module, MigrationId migration, boolean undo, Duration took) {
        heard.add("finished " + migration);
      }
    };
    MigrationSource.Script script = new MigrationSource.Script(
        "20260101000000__two",
        "CREATE TABLE t (i int);\n\nINSERT INTO t SELECT generate_series(1, 3);",
        "DROP TABLE t");
    Migrator migrator = migrator(
        database.dataSource(), Settings.DEFAULT.listener(listener).allowLoss(List.of("t")), script);

    migrator.migrate();
    migrator.rollback(1);

    assertEquals(
        List.of(
            "started shop V20260101000000__two false",
            "line 1, rows 0",
            "line 3, rows 3",
            "finished V20260101000000__two",
            "started shop V20260101000000__two true",
            "line 1, rows 0",
            "finished V20260101000000__two"),
        heard);
  }
}
