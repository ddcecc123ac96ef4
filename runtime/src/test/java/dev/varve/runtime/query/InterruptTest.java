package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted while the server works does not wait, nor does the server go on. */
class InterruptTest {
  private static final String SLEEP = "SELECT pg_sleep(30)";

  private TestDatabase server;
  private FaultyPool pool;
  private Database db;

  @BeforeEach
  void start() {
    server = SampleDatabase.create();
    pool = new FaultyPool(server.dataSource(), true);
    db = Database.of(pool.dataSource());
  }

  @AfterEach
  void stop() throws Exception {
    assertEquals(pool.lent(), pool.returned());
    pool.close();
    server.close();
  }

  private static void sleep(Operations operations) {
    operations.raw(SLEEP).rows(row -> row.hasValue(1, 1)).list();
  }

  private long running(String query) {
    return Long.parseLong(server.value("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '"
        + query
        + "%' AND state = 'active' AND datname = current_database()"
        + " AND pid <> pg_backend_pid()"));
  }

  /** Runs the work on a thread, interrupts it when its statement runs, and gives what it threw. */
  private QueryException interrupted(String query, Consumer<Database> work, boolean virtual)
      throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean kept = new AtomicBoolean();
    Runnable run = () -> {
      try {
        work.accept(db);
      } catch (Throwable t) {
        thrown.set(t);
        kept.set(Thread.currentThread().isInterrupted());
      }
    };
    Thread thread = virtual ? VirtualThreads.start(run) : new Thread(run);
    if (!virtual) {
      thread.start();
    }
    while (running(query) == 0 && thread.isAlive()) {
      Thread.sleep(5);
    }
    assertTrue(thread.isAlive(), () -> "it ended: " + thrown.get());
    long start = System.nanoTime();
    thread.interrupt();
    thread.join(20_000);
    assertFalse(thread.isAlive());
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
    assertTrue(kept.get(), () -> "the interrupt was lost: " + thrown.get());
    assertTrue(thrown.get() instanceof QueryException, () -> "" + thrown.get());
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (running(query) > 0 && System.nanoTime() < until) {
      Thread.sleep(5);
    }
    assertEquals(0, running(query), "the server goes on");
    return (QueryException) thrown.get();
  }

  private void goesOn() {
    assertEquals(0, pool.problems().size(), pool.problems().toString());
    assertEquals(0, db.from(USERS).count());
  }

  @Test
  void aStatementIsCancelledOnTheServer() throws Exception {
    QueryException e = interrupted(SLEEP, InterruptTest::sleep, false);

    assertTrue(e.getMessage().contains("The thread was interrupted"), e.getMessage());
    assertTrue(e.getMessage().contains("cancelled on the server"), e.getMessage());
    assertEquals("57014", e.sqlState().orElseThrow());
    goesOn();
  }

  @Test
  void soIsOneInATransactionWhichIsRolledBack() throws Exception {
    QueryException e = interrupted(
        SLEEP,
        db -> db.runInTransaction(tx -> {
          tx.insert(USERS).values(SampleDatabase.user("a")).execute();
          tx.runInSavepoint(InterruptTest::sleep);
        }),
        false);

    assertTrue(e.getMessage().contains("The thread was interrupted"), e.getMessage());
    goesOn();
  }

  @Test
  void soIsACopy() throws Exception {
    interrupted(
        "COPY",
        db -> db.copyIn(USERS, () -> new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public dev.varve.runtime.query.sample.UserInsert next() {
            return SampleDatabase.user("u" + System.nanoTime());
          }
        }),
        false);
    goesOn();
  }

  @Test
  void soIsAStream() throws Exception {
    interrupted(
        "SELECT generate_series",
        db -> db
            .raw("SELECT generate_series(1, 2000000000) + length(pg_sleep(0.001)::text)")
            .rows(row -> row.getInt(1))
            .stream(rows -> rows.mapToLong(n -> n).sum()),
        false);
    goesOn();
  }

  @Test
  void onAVirtualThreadItIsTheSame() throws Exception {
    assumeTrue(VirtualThreads.exist(), "virtual threads come with JDK 21");
    QueryException e = interrupted(SLEEP, InterruptTest::sleep, true);

    assertTrue(e.getMessage().contains("The thread was interrupted"), e.getMessage());
    goesOn();
    interrupted(SLEEP, db -> db.runInTransaction(InterruptTest::sleep), true);
    goesOn();
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    Thread.currentThread().interrupt();
    try {
      QueryException e = assertThrows(QueryException.class, () -> db.from(USERS).count());
      assertTrue(e.getMessage().contains("nothing was sent"), e.getMessage());
    } finally {
      assertTrue(Thread.interrupted());
    }
    goesOn();
  }
}
