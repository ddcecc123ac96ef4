package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.applied;
import static dev.varve.runtime.migrate.Stories.history;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.CountingDataSource;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations of several steps, and what is left when one of them stops. */
class StepsTest {
  private static final Script CREATE = new Script(
      "20260101000000__create",
      "CREATE TABLE item (id int PRIMARY KEY, price int, code text);"
          + "INSERT INTO item SELECT g, NULL, 'c' || g FROM generate_series(1, 25) g",
      "DROP TABLE item");

  /** Each statement leaves a trace, so that running one twice or never shows. */
  private static final Script FOUR_STEPS = new Script("20260102000000__four_steps", """
          -- varve:step transaction
          CREATE TABLE trace (step int);
          INSERT INTO trace VALUES (1);
          -- varve:step outside transaction
          -- varve:drop-invalid-index item_code
          CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS item_code ON item (code);
          -- varve:repeat
          UPDATE item SET price = 7 WHERE id IN (SELECT id FROM item WHERE price IS NULL LIMIT 10);
          -- varve:step transaction
          INSERT INTO trace VALUES (3);
          -- varve:step transaction
          INSERT INTO trace VALUES (4);
          """, """
          -- varve:step transaction
          INSERT INTO trace VALUES (-1);
          -- varve:step outside transaction
          DROP INDEX CONCURRENTLY IF EXISTS item_code;
          -- varve:step transaction
          DROP TABLE trace;
          """);

  private static final Settings LOSING =
      Settings.DEFAULT.allowLoss(List.of("trace", "item", "item.price"));

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void stepsRunInOrderEachWithItsRow() {
    List<Long> rows = new ArrayList<>();
    MigrationListener listener = new MigrationListener() {
      @Override
      public void statement(MigrationId migration, int line, long changed, Duration took) {
        if (line == 8) {
          rows.add(changed);
        }
      }
    };

    migrator(database.dataSource(), Settings.DEFAULT.listener(listener), CREATE, FOUR_STEPS)
        .migrate();

    assertEquals(
        List.of(
            "applied create 1/1",
            "applied four_steps 1/4",
            "applied four_steps 2/4",
            "applied four_steps 3/4",
            "applied four_steps 4/4"),
        history(database));
    assertEquals(List.of("1", "3", "4"), database.rows("SELECT step FROM trace ORDER BY step"));
    assertEquals(List.of(10L, 10L, 5L, 0L), rows);
    assertEquals(
        List.of("f", "t", "t", "t", "f"),
        database.rows("SELECT digest = '' FROM varve_history ORDER BY entry"));
    assertEquals(
        List.of("1", "1"),
        database.rows("SELECT step FROM varve_history WHERE undo IS NOT NULL ORDER BY entry"));
  }

  @ParameterizedTest(name = "stopped at line {0}")
  @ValueSource(ints = {2, 3, 6, 8, 10, 12})
  void aRunThatWasStoppedGoesOnAtTheFirstUnfinishedStep(int line) {
    stopAt(line, () -> stopping(line).migrate());

    Status status = migrator(database.dataSource(), CREATE, FOUR_STEPS).status();
    assertEquals(
        line <= 3 ? Status.State.PENDING : Status.State.HALF_APPLIED,
        status.migrations().get(1).state());
    assertEquals(List.of("four_steps"), applied(migrate(database, CREATE, FOUR_STEPS)));

    assertEquals(List.of("1", "3", "4"), database.rows("SELECT step FROM trace ORDER BY step"));
    assertEquals("25", database.value("SELECT count(*) FROM item WHERE price = 7"));
    assertEquals(
        "t",
        database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'item_code'::regclass"));
    assertEquals(5, history(database).size());
    assertEquals(List.of(), applied(migrate(database, CREATE, FOUR_STEPS)));
  }

  @ParameterizedTest(name = "stopped at line {0}")
  @ValueSource(ints = {2, 4, 6})
  void aRollbackThatWasStoppedGoesOn(int line) {
    migrate(database, CREATE, FOUR_STEPS);
    stopAt(line, () -> stopping(line).rollback(1));

    assertEquals(
        1,
        migrator(database.dataSource(), LOSING, CREATE, FOUR_STEPS)
            .rollback(1)
            .undone()
            .size());

    assertEquals("null", database.value("SELECT to_regclass('trace')"));
    assertEquals("null", database.value("SELECT to_regclass('item_code')"));
    assertEquals(8, history(database).size());
    assertEquals(List.of("four_steps"), applied(migrate(database, CREATE, FOUR_STEPS)));
  }

  @Test
  void aRollbackThatWasStoppedIsFinishedBeforeMigratingAgain() {
    migrate(database, CREATE, FOUR_STEPS);
    stopAt(4, () -> stopping(4).rollback(1));

    MigrationResult result = migrate(database, CREATE, FOUR_STEPS);

    assertEquals(
        List.of("Finished undoing V20260102000000__four_steps, which an earlier run had begun."),
        result.notes());
    assertEquals(List.of("four_steps"), applied(result));
    assertEquals(List.of("1", "3", "4"), database.rows("SELECT step FROM trace ORDER BY step"));
  }

  @Test
  void aHalfAppliedMigrationCanBeUndone() {
    stopAt(12, () -> stopping(12).migrate());

    migrator(database.dataSource(), LOSING, CREATE).rollback(1);

    assertEquals("null", database.value("SELECT to_regclass('trace')"));
    assertEquals(
        Status.State.PENDING,
        migrator(database.dataSource(), CREATE, FOUR_STEPS)
            .status()
            .migrations()
            .get(1)
            .state());
  }

  @Test
  void aHalfAppliedMigrationMustNotBeEdited() {
    stopAt(12, () -> stopping(12).migrate());

    assertThrows(
        MigrationException.Edited.class,
        () -> migrate(
            database,
            CREATE,
            new Script("20260102000000__four_steps", FOUR_STEPS.sql() + "SELECT 1;")));
  }

  @Test
  void anInvalidIndexIsDroppedAndBuiltAgain() {
    migrate(database, CREATE);
    database.execute("UPDATE item SET code = 'same' WHERE id < 3");

    assertThrows(MigrationException.Failed.class, () -> migrate(database, CREATE, FOUR_STEPS));
    assertEquals(
        "f",
        database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'item_code'::regclass"));
    database.execute("UPDATE item SET code = 'other' WHERE id = 2");
    MigrationResult result = migrate(database, CREATE, FOUR_STEPS);

    assertEquals(
        List.of(
            "V20260102000000__four_steps: dropped index public.item_code, which an interrupted build"
                + " had left invalid, to build it again."),
        result.notes());
    assertEquals(
        "t",
        database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'item_code'::regclass"));
  }

  @Test
  void aValidIndexOfThatNameStays() {
    migrate(database, CREATE);
    database.execute("CREATE UNIQUE INDEX item_code ON item (code)");
    String before = database.value("SELECT 'item_code'::regclass::oid");

    migrate(database, CREATE, FOUR_STEPS);

    assertEquals(before, database.value("SELECT 'item_code'::regclass::oid"));
  }

  @Test
  void anUndoOutsideTransactionsWorks() {
    migrate(database, CREATE, FOUR_STEPS);

    RollbackResult result = migrator(database.dataSource(), LOSING).rollback(5);

    assertEquals(
        List.of("four_steps", "create"),
        result.undone().stream().map(u -> u.migration().name()).toList());
    assertEquals("null", database.value("SELECT to_regclass('item')"));
    assertEquals(
        List.of(
            "undone four_steps 1/3",
            "undone four_steps 2/3",
            "undone four_steps 3/3",
            "undone create 1/1"),
        history(database).subList(5, 9));
    assertEquals(List.of(), migrator(database.dataSource(), LOSING).rollback(1).undone());
  }

  @Test
  void whatWasUndoneCanBeAppliedAgain() {
    migrate(database, CREATE);
    migrator(database.dataSource(), LOSING, CREATE).rollback(1);

    assertEquals(List.of("create"), applied(migrate(database, CREATE)));
    CountingDataSource counting = new CountingDataSource(database.dataSource());
    migrator(counting.dataSource(), CREATE).migrate();
    assertEquals(1, counting.statements());
  }

  @Test
  void anEmptyMigrationIsRecordedLikeAnyOther() {
    Script empty = new Script("20260101000000__empty", "-- Nothing yet.", "-- Nothing yet.");

    assertEquals(List.of("empty"), applied(migrate(database, empty)));
    assertEquals(Optional.of("-- Nothing yet."), empty.undo());
    assertEquals(1, migrator(database.dataSource(), empty).rollback(1).undone().size());
  }

  /** What proves a commit is found by its key, so that a thousand steps do not read a million rows. */
  @Test
  void aStepDoesNotReadTheHistory() throws InterruptedException {
    int count = 300;
    Script[] scripts = IntStream.range(0, count)
        .mapToObj(i -> new Script("%014d__noted".formatted(20260101000000L + i), "SELECT 1", ""))
        .toArray(Script[]::new);

    migrate(database, scripts);

    String counted = "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'varve_history'";
    Instant limit = Instant.now().plusSeconds(60);
    while (!database.value(counted).equals(String.valueOf(count))) {
      assertTrue(Instant.now().isBefore(limit), "the server's statistics do not come");
      Thread.sleep(50);
    }
    String read = counted.replace("n_tup_ins", "seq_tup_read");
    assertTrue(Long.parseLong(database.value(read)) <= 3 * count, database.value(read));
  }

  /** A migrator that dies when the statement at this line has run and its step has not ended. */
  private Migrator stopping(int line) {
    MigrationListener listener = new MigrationListener() {
      @Override
      public void statement(MigrationId migration, int at, long rows, Duration took) {
        if (migration.name().equals("four_steps") && at == line) {
          throw new Stopped();
        }
      }
    };
    return migrator(database.dataSource(), LOSING.listener(listener), CREATE, FOUR_STEPS);
  }

  private static void stopAt(int line, Runnable run) {
    assertThrows(Stopped.class, run::run, "line " + line);
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
