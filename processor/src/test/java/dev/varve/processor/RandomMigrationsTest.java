package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.ddl.LockMeter;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for the migration between any two schemas, on a real server, with rows in tables. */
class RandomMigrationsTest {
  private static final boolean FULL = Boolean.getBoolean("varve.test.full");
  private static final int MIGRATIONS = Integer.getInteger("varve.n", FULL ? 2_000 : 150);
  private static final int MEASURED = Integer.getInteger("varve.n", FULL ? 500 : 12);
  private static final int LEAST = 20;

  /** In one database; its catalogue grows with each schema that was there. */
  private static final int EACH = 10;

  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private static final int PREFIXES = FULL ? 8 : 4;

  /** What became of the migrations of all threads. */
  private static final class Tally {
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    synchronized void ran(Set<String> changes) {
      changes.forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    }

    synchronized void refused(String reason) {
      refused.merge(reason, 1, Integer::sum);
    }

    synchronized void failed(long seed, Throwable why) {
      failures.add("Seed " + seed + ": " + why);
      System.out.println(failures.get(failures.size() - 1));
    }
  }

  @Test
  void migratedIsFreshlyCreatedAndUndoneIsAsBefore() throws Exception {
    Tally tally = new Tally();
    long first = Long.getLong("varve.from", 0);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> parts = new ArrayList<>();
    for (long from = first; from < first + MIGRATIONS; from += EACH) {
      long part = from;
      long end = Math.min(from + EACH, first + MIGRATIONS);
      parts.add(threads.submit(() -> {
        run(part, end, tally);
        return end;
      }));
    }
    threads.shutdown();
    for (Future<?> part : parts) {
      part.get();
    }
    System.out.println(MIGRATIONS + " random migrations; not run to the end: " + tally.refused);
    System.out.println("Ran to the end with rows in the tables, by kind of change: " + tally.kinds);
    assertEquals(
        List.of(),
        tally.failures,
        () -> tally.failures.size() + "\n" + String.join("\n\n", tally.failures));
    if (MIGRATIONS >= 2_000) {
      ChangeKind.all().forEach(kind -> tally.kinds.putIfAbsent(kind, 0));
      assertEquals(
          List.of(),
          tally.kinds.entrySet().stream()
              .filter(kind -> kind.getValue() < LEAST)
              .toList(),
          "each kind of change at least " + LEAST + " times");
    }
  }

  private static void run(long from, long end, Tally tally) throws SQLException {
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      MigrationTrial.planQuickly(statement);
      boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
      for (long seed = from; seed < end; seed++) {
        try {
          RandomMigration migration = RandomMigration.of(seed, virtual);
          MigrationTrial trial = new MigrationTrial(connection, statement, migration, seed);
          // Every tenth is interrupted everywhere, and the rest at some places.
          trial.run(seed % 3 > 0, FULL && seed % 10 == 0 ? Integer.MAX_VALUE : PREFIXES);
          if (!trial.filled().isEmpty()) {
            tally.ran(migration.kinds());
          }
        } catch (MigrationTrial.Refused e) {
          tally.refused(e.getMessage());
        } catch (SQLException | RuntimeException | AssertionError e) {
          tally.failed(seed, e);
        }
      }
    }
  }

  /** With tables that others use, which stories have less of. */
  @Test
  void commentsSayWhatIsLocked() throws SQLException {
    List<String> differences = new ArrayList<>();
    long first = Long.getLong("varve.from", 0);
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement();
        LockMeter meter = new LockMeter(database)) {
      statement.setEscapeProcessing(false);
      meter.searchPath("here");
      boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
      for (long seed = first; seed < first + MEASURED; seed++) {
        RandomMigration migration = RandomMigration.of(seed, virtual);
        differences.addAll(
            new MigrationTrial(connection, statement, migration, seed).measure(meter));
      }
    }
    assertEquals(
        List.of(), differences, () -> differences.size() + "\n" + String.join("\n", differences));
  }
}
