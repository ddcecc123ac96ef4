package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.ddl.LockMeter;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for the migration between any two schemas, on a real server, with rows in tables. */
class RandomMigrationsTest {
  private static final boolean FULL = Boolean.getBoolean("varve.test.full");
  private static final int MIGRATIONS = Integer.getInteger("varve.n", FULL ? 2_000 : 150);
  private static final int MEASURED = Integer.getInteger("varve.n", FULL ? 500 : 12);
  private static final int LEAST = 20;

  /** In one database; its catalogue grows with each schema that was there. */
  private static final int EACH = 50;

  private static final int PREFIXES = FULL ? 8 : 4;

  @Test
  void migratedIsFreshlyCreatedAndUndoneIsAsBefore() throws SQLException {
    Map<String, Integer> refused = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    long first = Long.getLong("varve.from", 0);
    for (long from = first; from < first + MIGRATIONS; from += EACH) {
      try (TestDatabase database = TestServer.newDatabase();
          Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
        for (long seed = from; seed < Math.min(from + EACH, first + MIGRATIONS); seed++) {
          try {
            RandomMigration migration = RandomMigration.of(seed, virtual);
            MigrationTrial trial = new MigrationTrial(connection, statement, migration, seed);
            // Every tenth is interrupted everywhere, and the rest at some places.
            trial.run(seed % 3 > 0, FULL && seed % 10 == 0 ? Integer.MAX_VALUE : PREFIXES);
            if (!trial.filled().isEmpty()) {
              migration.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
            }
          } catch (MigrationTrial.Refused e) {
            refused.merge(e.getMessage(), 1, Integer::sum);
          } catch (SQLException | RuntimeException | AssertionError e) {
            failures.add("Seed " + seed + ": " + e);
            System.out.println(failures.get(failures.size() - 1));
          }
        }
      }
    }
    System.out.println(MIGRATIONS + " random migrations; not run to the end: " + refused);
    System.out.println("Ran to the end with rows in the tables, by kind of change: " + kinds);
    assertEquals(List.of(), failures, () -> failures.size() + "\n" + String.join("\n\n", failures));
    if (MIGRATIONS >= 2_000) {
      assertEquals(List.of(), tooRare(kinds), "each kind of change at least " + LEAST + " times");
    }
  }

  /** What says too little about itself, and what does not occur at all. */
  private static List<String> tooRare(Map<String, Integer> kinds) {
    Map<String, Integer> counts = new TreeMap<>(kinds);
    for (Class<?> kind : Change.class.getPermittedSubclasses()) {
      if (counts.keySet().stream().noneMatch(k -> k.startsWith(kind.getSimpleName()))) {
        counts.put(kind.getSimpleName(), 0);
      }
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() < LEAST)
        .map(Object::toString)
        .toList();
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
