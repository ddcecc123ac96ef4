package dev.varve.runtime.migrate.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.migrate.Migrator;
import dev.varve.runtime.migrate.Settings;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Many appliers at once, an applier among readers and writers, and one that dies with its lock. */
class CrowdTest {
  private static final int APPLIERS = 64;
  private static final Script CREATE = new Script(
      "20260101000000__create",
      "CREATE TABLE item (id int PRIMARY KEY, note text); CREATE TABLE trace (what text);"
          + "INSERT INTO item SELECT g, 'x' FROM generate_series(1, 2000) g");
  private static final Script INDEX = new Script("20260102000000__index", """
      -- varve:step outside transaction
      -- varve:drop-invalid-index item_note
      CREATE INDEX CONCURRENTLY IF NOT EXISTS item_note ON item (note);
      -- varve:step transaction
      INSERT INTO trace VALUES ('index');
      """);
  private static final Script ALTER = new Script(
      "20260103000000__alter", "ALTER TABLE item ADD more int; INSERT INTO trace VALUES ('alter')");

  @Test
  void sixtyFourAppliersAtOnce() throws Exception {
    int rounds = ReliabilityPage.rounds(20);
    long slowest = 0;
    ExecutorService threads = Executors.newFixedThreadPool(APPLIERS);
    for (int round = 0; round < rounds; round++) {
      try (TestDatabase database = TestServer.newDatabase()) {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<MigrationResult>> results = new ArrayList<>();
        for (int i = 0; i < APPLIERS; i++) {
          results.add(threads.submit(() -> {
            go.await();
            return migrator(database.dataSource(), Settings.DEFAULT, CREATE, INDEX, ALTER)
                .migrate();
          }));
        }
        long start = System.nanoTime();
        go.countDown();
        int applied = 0;
        for (Future<MigrationResult> result : results) {
          applied += result.get(2, TimeUnit.MINUTES).applied().size();
        }
        slowest = Math.max(slowest, System.nanoTime() - start);

        assertEquals(3, applied, "round " + round);
        assertEquals(
            List.of("create 1", "index 1", "index 2", "alter 1"),
            database.rows("SELECT name || ' ' || step FROM varve_history ORDER BY entry"));
        assertEquals(List.of("index", "alter"), database.rows("SELECT what FROM trace"));
      }
    }
    threads.shutdown();
    ReliabilityPage.report(
        "64 appliers at once on an empty database",
        20,
        "each migration applied once, all return well; slowest round "
            + TimeUnit.NANOSECONDS.toMillis(slowest)
            + " ms");
  }

  @Test
  void aLongReaderAndWritersOnTheHotTable() throws Exception {
    Duration lockTimeout = Duration.ofMillis(500);
    try (TestDatabase database = TestServer.newDatabase();
        Connection reader = database.connect();
        Statement reading = reader.createStatement()) {
      migrator(database.dataSource(), Settings.DEFAULT, CREATE).migrate();
      AtomicBoolean stop = new AtomicBoolean();
      AtomicLong slowest = new AtomicLong();
      AtomicLong written = new AtomicLong();
      ExecutorService writers = Executors.newFixedThreadPool(4);
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int first = i;
        writing.add(writers.submit(() -> write(database, first, stop, slowest, written)));
      }
      reader.setAutoCommit(false);
      reading.execute("SELECT count(*) FROM item");
      CompletableFuture<MigrationResult> migrating = CompletableFuture.supplyAsync(() -> migrator(
              database.dataSource(),
              Settings.DEFAULT.lockTimeout(lockTimeout),
              CREATE,
              INDEX,
              ALTER)
          .migrate());
      Thread.sleep(ReliabilityPage.FULL ? 20_000 : 4_000);
      assertTrue(!migrating.isDone(), "the reader holds it up");
      reader.rollback();
      assertEquals(2, migrating.get(1, TimeUnit.MINUTES).applied().size());
      stop.set(true);
      for (Future<?> writer : writing) {
        writer.get(1, TimeUnit.MINUTES);
      }
      writers.shutdown();
      long millis = TimeUnit.NANOSECONDS.toMillis(slowest.get());
      assertTrue(millis <= lockTimeout.toMillis() + 1000, "a writer waited " + millis + " ms");
      ReliabilityPage.report(
          "A long reader and four writers on the table that is altered",
          1,
          "the migration ends when the reader does; of " + written.get()
              + " updates the slowest took " + millis + " ms, with a lock timeout of "
              + lockTimeout.toMillis() + " ms");
    }
  }

  private static boolean write(
      TestDatabase database, int first, AtomicBoolean stop, AtomicLong slowest, AtomicLong written)
      throws Exception {
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement("UPDATE item SET note = note || '' WHERE id = ?")) {
      for (int i = first; !stop.get(); i += 4) {
        update.setInt(1, i % 2000 + 1);
        long start = System.nanoTime();
        update.executeUpdate();
        slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
        written.incrementAndGet();
        Thread.sleep(1);
      }
    }
    return true;
  }

  /** An applier whose statement never ends, in a JVM of its own. */
  public static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(arguments[0]);
      source.setApplicationName(Ambush.VICTIM);
      Script endless = new Script("20260102000000__endless", "SELECT pg_sleep(600)");
      migrator(source, Settings.DEFAULT, CREATE, endless).migrate();
    }
  }

  @Test
  void theLockOfADeadApplierIsFreeSoon() throws Exception {
    int rounds = ReliabilityPage.FULL ? 20 : 2;
    long slowest = 0;
    try (TestDatabase database = TestServer.newDatabase()) {
      for (int round = 0; round < rounds; round++) {
        Process victim = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                database.url())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        while (victim.isAlive() && !isAsleep(database)) {
          Thread.sleep(20);
        }
        long start = System.nanoTime();
        ApplierProcess.kill(victim);
        while (!database
            .value("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                + " (SELECT oid FROM pg_database WHERE datname = current_database())")
            .equals("0")) {
          Thread.sleep(20);
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(slowest);
    assertTrue(millis < 5_000, "the lock was free after " + millis + " ms");
    ReliabilityPage.report(
        "The applying process killed inside a statement that never ends",
        20,
        "its lock is free after at most " + millis + " ms");
  }

  private static boolean isAsleep(TestDatabase database) {
    return database
        .value(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'victim' AND datname ="
                + " current_database() AND query LIKE '%pg_sleep%' AND state = 'active'")
        .equals("1");
  }

  private static Migrator migrator(DataSource source, Settings settings, Script... scripts) {
    return new Migrator(source, List.of(MigrationSource.of("shop", List.of(scripts))), settings);
  }
}
