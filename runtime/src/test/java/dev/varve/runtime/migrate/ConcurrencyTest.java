package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.INDEX;
import static dev.varve.runtime.migrate.Stories.history;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several appliers at once, and appliers among other sessions. */
class ConcurrencyTest {
  private static final int INSTANCES = 8;

  private static final Script CONCURRENT_INDEX = new Script(INDEX, """
          -- varve:step outside transaction
          -- varve:drop-invalid-index users_email
          CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);
          -- varve:step transaction
          INSERT INTO users VALUES (1, 'a');
          """, "DROP INDEX users_email");

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @RepeatedTest(3)
  void eightInstancesThatStartAtOnceApplyEverythingOnce() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
    List<Future<MigrationResult>> results = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      Migrator instance =
          migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL, CONCURRENT_INDEX);
      results.add(threads.submit(() -> {
        go.await();
        return instance.migrate();
      }));
    }
    go.countDown();
    int applied = 0;
    for (Future<MigrationResult> result : results) {
      applied += result.get(1, TimeUnit.MINUTES).applied().size();
    }
    threads.shutdown();

    assertEquals(3, applied);
    assertEquals(
        List.of(
            "applied create_users 1/1",
            "applied add_email 1/1",
            "applied index_email 1/2",
            "applied index_email 2/2"),
        history(database));
  }

  @Test
  void aLockThatIsNotGrantedIsTriedAgainWithoutHoldingUpReaders() throws Exception {
    migrate(database, CREATE_USERS);
    try (Connection reader = database.connect();
        Statement reading = reader.createStatement()) {
      reader.setAutoCommit(false);
      reading.execute("SELECT * FROM users");
      Settings settings = Settings.DEFAULT.lockTimeout(Duration.ofMillis(300));
      CompletableFuture<MigrationResult> migrating = CompletableFuture.supplyAsync(() ->
          migrator(database.dataSource(), settings, CREATE_USERS, ADD_EMAIL).migrate());

      // Other readers queue behind the ALTER TABLE for at most the lock timeout.
      long slowest = 0;
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        database.value("SELECT count(*) FROM users");
        slowest = Math.max(slowest, System.nanoTime() - start);
        Thread.sleep(20);
      }
      assertTrue(!migrating.isDone());
      assertTrue(slowest < TimeUnit.MILLISECONDS.toNanos(1300), slowest + " ns");
      reader.rollback();

      assertEquals(1, migrating.get(1, TimeUnit.MINUTES).applied().size());
    }
    assertEquals(List.of("applied create_users 1/1", "applied add_email 1/1"), history(database));
  }

  @Test
  void aLockThatIsNeverGrantedIsToldInTheEnd() throws Exception {
    migrate(database, CREATE_USERS);
    try (Connection reader = database.connect();
        Statement reading = reader.createStatement()) {
      reader.setAutoCommit(false);
      reading.execute("SELECT * FROM users");
      Settings settings =
          Settings.DEFAULT.lockTimeout(Duration.ofMillis(20)).retryFor(Duration.ofMillis(300));

      MigrationException.Failed failed = assertThrows(
          MigrationException.Failed.class,
          () ->
              migrator(database.dataSource(), settings, CREATE_USERS, ADD_EMAIL).migrate());

      Blocker blocker = failed.blockers().get(0);
      assertEquals("idle in transaction", blocker.state());
      assertEquals(
          "Migration V20260102000000__add_email, line 1: canceling statement due to lock timeout"
              + " (55P03). Held up by process "
              + blocker.pid()
              + ", application \"PostgreSQL JDBC Driver\", idle in transaction, in a transaction for "
              + Texts.seconds(blocker.inTransaction().orElseThrow())
              + ": SELECT * FROM users. Rolled back; the database is at"
              + " V20260101000000__create_users.",
          failed.getMessage());
    }
  }

  @Test
  void anInterruptedThreadStopsWaiting() throws Exception {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(1448236613, 1170059881)");
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread thread = new Thread(() -> {
        try {
          migrate(database, CREATE_USERS);
        } catch (MigrationException e) {
          thrown.complete(e);
        }
      });
      thread.start();
      Thread.sleep(300);
      thread.interrupt();

      Throwable interrupted = thrown.get(10, TimeUnit.SECONDS);
      assertEquals(
          "Interrupted while waiting for a lock. What was finished before stays.",
          interrupted.getMessage());
    }
  }
}
