package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a transaction is asked for, how long it may take, who may use its handle. */
class HandlesTest {
  private TestDatabase server;
  private CountingDataSource pool;
  private Database db;

  @BeforeEach
  void start() {
    server = SampleDatabase.create();
    pool = new CountingDataSource(server.dataSource(), true);
    db = Database.of(pool);
  }

  @AfterEach
  void stop() throws Exception {
    assertEquals(0, pool.open(), "connections that did not come back");
    server.close();
  }

  private static void insert(Operations operations, String email) {
    operations.insert(USERS).values(SampleDatabase.user(email)).execute();
  }

  private static String show(Operations operations, String setting) {
    return operations
        .raw("SELECT current_setting(?)")
        .bind(Type.STRING, setting)
        .rows(row -> row.getString(1))
        .one();
  }

  private List<String> emails() {
    return db.select(USERS.email).from(USERS).orderBy(USERS.email.asc()).list();
  }

  @Test
  void theServerKnowsEachOption() {
    TransactionOptions reading = TransactionOptions.repeatableRead().readOnly();
    db.runInTransaction(reading.setting("lock_timeout", "1234ms"), tx -> {
      assertEquals("repeatable read", show(tx, "transaction_isolation"));
      assertEquals("on", show(tx, "transaction_read_only"));
      assertEquals("off", show(tx, "transaction_deferrable"));
      assertEquals("1234ms", show(tx, "lock_timeout"));
    });
    db.runInTransaction(TransactionOptions.deferrable(), tx -> {
      assertEquals("serializable", show(tx, "transaction_isolation"));
      assertEquals("on", show(tx, "transaction_read_only"));
      assertEquals("on", show(tx, "transaction_deferrable"));
    });
    db.runInTransaction(tx -> {
      assertEquals("read committed", show(tx, "transaction_isolation"));
      assertEquals("0", show(tx, "lock_timeout"));
    });
  }

  @Test
  void aSettingIsThereForThisTransactionOnly() throws Exception {
    try (var connection = server.connect()) {
      FaultyPool one = new FaultyPool(server.dataSource(), true);
      Database same = Database.of(one.dataSource());
      TransactionOptions options =
          TransactionOptions.DEFAULT.setting("app.tenant", "a'; DROP TABLE users; --");

      assertEquals(
          "a'; DROP TABLE users; --",
          same.<String, RuntimeException>inTransaction(options, tx -> show(tx, "app.tenant")));
      assertEquals("", show(same, "app.tenant"));
      one.close();
      assertTrue(connection.isValid(5));
    }
  }

  @Test
  void theDatabaseInsideItsTransactionIsAnErrorThatSaysWhatToUse() {
    db.runInTransaction(tx -> {
      insert(tx, "a");
      StatementException e = assertThrows(StatementException.class, () -> insert(db, "b"));
      assertTrue(e.getMessage().contains("This thread is in a transaction"), e.getMessage());
      assertTrue(e.getMessage().contains("Use the handle"), e.getMessage());
      assertThrows(StatementException.class, () -> db.runInTransaction(other -> {}));
      tx.runInSavepoint(
          inside -> assertThrows(StatementException.class, () -> db.from(USERS).count()));
      insert(Database.of(pool), "apart");
    });

    assertEquals(List.of("a", "apart"), emails());
    assertEquals(3, pool.given());
  }

  @Test
  void oneThreadAtATimeUsesAHandle() throws Exception {
    db.runInTransaction(tx -> {
      CountDownLatch running = new CountDownLatch(1);
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread other = new Thread(() -> {
        running.countDown();
        try {
          tx.raw("SELECT pg_sleep(1)").execute();
        } catch (Throwable t) {
          failure.set(t);
        }
      });
      other.start();
      running.await();
      while (server
              .rows("SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(1)'"
                  + " AND state = 'active'")
              .isEmpty()
          && other.isAlive()) {
        Thread.sleep(5);
      }
      StatementException e =
          assertThrows(StatementException.class, () -> tx.from(USERS).count());
      assertTrue(e.getMessage().contains("Another thread"), e.getMessage());
      other.join();
      tx.rollbackOnly();
    });
  }

  @Test
  void aStatementBeyondTheTimeIsCancelled() {
    TransactionOptions options = TransactionOptions.DEFAULT.timeout(Duration.ofMillis(300));
    long start = System.nanoTime();
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(options, tx -> {
          insert(tx, "a");
          tx.raw("SELECT pg_sleep(20)").rows(row -> row.hasValue(1, 1)).list();
        }));

    assertTrue(e.getMessage().contains("within its time (PT0.3S)"), e.getMessage());
    assertTrue(e.getMessage().contains("cancelled on the server"), e.getMessage());
    assertEquals(Optional.of("57014"), e.sqlState());
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
    assertEquals(List.of(), emails());
  }

  @Test
  void afterItsTimeATransactionBeginsNothingAndCommitsNothing() {
    TransactionOptions options = TransactionOptions.DEFAULT.timeout(Duration.ofMillis(50));
    QueryException atCommit = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(options, tx -> {
          insert(tx, "a");
          Thread.sleep(100);
        }));
    assertTrue(atCommit.getMessage().contains("It is rolled back"), atCommit.getMessage());
    assertThrows(
        QueryException.class,
        () -> db.runInTransaction(options, tx -> {
          Thread.sleep(100);
          insert(tx, "b");
        }));

    assertEquals(List.of(), emails());
    assertThrows(StatementException.class, () -> TransactionOptions.DEFAULT.timeout(Duration.ZERO));
  }

  @Test
  void serializationFailuresAreTriedAgain() throws Exception {
    insert(db, "0");
    int threads = 4;
    AtomicInteger attempts = new AtomicInteger();
    CyclicBarrier met = new CyclicBarrier(threads);
    List<Thread> workers = new ArrayList<>();
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < threads; i++) {
      int number = i;
      workers.add(new Thread(() -> {
        AtomicInteger mine = new AtomicInteger();
        try {
          db.runInTransaction(TransactionOptions.serializable().retries(20), tx -> {
            attempts.incrementAndGet();
            long count = tx.from(USERS).count();
            if (mine.getAndIncrement() == 0) {
              met.await(20, TimeUnit.SECONDS);
            }
            insert(tx, "n" + number + " saw " + count);
          });
        } catch (Throwable t) {
          failures.add(t);
        }
      }));
    }
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join(30_000);
    }

    assertEquals(List.of(), failures);
    assertTrue(attempts.get() > threads, "attempts: " + attempts);
    assertEquals(
        List.of("1", "2", "3", "4"),
        server.rows(
            "SELECT split_part(email, ' ', 3) FROM users WHERE email LIKE 'n%' ORDER BY 1"));
  }

  @Test
  void deadlocksAreTriedAgain() throws Exception {
    insert(db, "a");
    insert(db, "b");
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    TransactionOptions options =
        TransactionOptions.DEFAULT.retries(3).setting("deadlock_timeout", "50ms");
    Thread other = new Thread(() -> {
      try {
        lock(options, both, attempts, "b", "a");
      } catch (Throwable t) {
        failure.set(t);
      }
    });
    other.start();
    lock(options, both, attempts, "a", "b");
    other.join(30_000);

    assertEquals(null, failure.get());
    assertEquals(3, attempts.get());
  }

  private void lock(
      TransactionOptions options,
      CyclicBarrier both,
      AtomicInteger attempts,
      String first,
      String second)
      throws Exception {
    AtomicInteger mine = new AtomicInteger();
    db.runInTransaction(options, tx -> {
      attempts.incrementAndGet();
      tx.from(USERS).where(USERS.email.eq(first)).forUpdate().list();
      if (mine.getAndIncrement() == 0) {
        both.await(20, TimeUnit.SECONDS);
      }
      tx.from(USERS).where(USERS.email.eq(second)).forUpdate().list();
    });
  }

  @Test
  void nothingElseIsTriedAgainAndTheLastFailureIsThrown() {
    AtomicInteger attempts = new AtomicInteger();
    insert(db, "a");
    assertThrows(
        ConstraintViolationException.class,
        () -> db.runInTransaction(TransactionOptions.DEFAULT.retries(3), tx -> {
          attempts.incrementAndGet();
          insert(tx, "a");
        }));
    assertEquals(1, attempts.get());

    attempts.set(0);
    IOException wrapped = assertThrows(
        IOException.class,
        () -> db.runInTransaction(TransactionOptions.DEFAULT.retries(2), tx -> {
          attempts.incrementAndGet();
          try {
            tx.raw("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$").execute();
          } catch (QueryException e) {
            throw new IOException(e);
          }
        }));
    assertEquals(3, attempts.get());
    assertTrue(wrapped.getCause() instanceof QueryException);
    assertThrows(StatementException.class, () -> TransactionOptions.DEFAULT.retries(-1));
  }

  @Test
  void anInterruptEndsThePauseBetweenAttempts() {
    AtomicInteger attempts = new AtomicInteger();
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(TransactionOptions.DEFAULT.retries(1000), tx -> {
          if (attempts.incrementAndGet() == 3) {
            Thread me = Thread.currentThread();
            new Thread(me::interrupt).start();
          }
          tx.raw("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$").execute();
        }));

    assertTrue(Thread.interrupted());
    assertTrue(attempts.get() < 100, e.toString());
  }
}
