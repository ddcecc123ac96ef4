package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.query.sample.User;
import dev.varve.runtime.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {
  private TestDatabase server;
  private CountingDataSource pool;
  private Database db;

  @BeforeEach
  void start() {
    server = SampleDatabase.create();
    use(true);
  }

  private void use(boolean autoCommit) {
    pool = new CountingDataSource(server.dataSource(), autoCommit);
    db = Database.of(pool);
  }

  @AfterEach
  void stop() throws Exception {
    assertEquals(0, pool.open(), "connections that did not come back");
    server.close();
  }

  /** A second database over the same pool, for what does not belong to the transaction. */
  private Database apart() {
    return Database.of(pool);
  }

  private static User insert(Operations operations, String email) {
    return operations
        .insert(USERS)
        .values(SampleDatabase.user(email))
        .returning()
        .one();
  }

  private List<String> emails() {
    return db.select(USERS.email).from(USERS).orderBy(USERS.email.asc()).list();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReturnCommitsAndAThrowRollsBack(boolean autoCommit) {
    use(autoCommit);

    String given = db.inTransaction(tx -> {
      insert(tx, "a");
      assertEquals(1, tx.from(USERS).count());
      assertEquals(0, apart().from(USERS).count());
      return "given";
    });
    assertThrows(
        IOException.class,
        () -> db.runInTransaction(tx -> {
          insert(tx, "b");
          throw new IOException("no");
        }));
    insert(db, "c");
    assertThrows(ConstraintViolationException.class, () -> insert(db, "c"));

    assertEquals("given", given);
    assertEquals(List.of("a", "c"), emails());
  }

  @Test
  void aStatementAndATransactionTakeOneConnectionEach() {
    insert(db, "a");
    assertEquals(1, pool.given());

    db.runInTransaction(tx -> {
      insert(tx, "b");
      insert(tx, "c");
    });
    assertEquals(2, pool.given());
  }

  @Test
  void anErrorThatWasSwallowedDoesNotCommit() {
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(tx -> {
          insert(tx, "a");
          assertThrows(ConstraintViolationException.class, () -> insert(tx, "a"));
        }));

    assertTrue(e.getMessage().contains("its error was caught"), e.getMessage());
    assertTrue(e.getCause() instanceof ConstraintViolationException);
    assertEquals(List.of(), emails());
    db.runInTransaction(tx -> {
      insert(tx, "a");
      assertThrows(
          QueryException.class,
          () -> tx.runInSavepoint(inside ->
              assertThrows(ConstraintViolationException.class, () -> insert(inside, "a"))));
    });
    assertEquals(List.of("a"), emails());
  }

  @Test
  void aSavepointIsTakenBackAloneOrKept() {
    db.runInTransaction(tx -> {
      insert(tx, "a");
      assertThrows(
          ConstraintViolationException.class, () -> tx.inSavepoint(inside -> insert(inside, "a")));
      assertEquals("b", tx.inSavepoint(inside -> insert(inside, "b")).email());
      tx.runInSavepoint(inside -> {
        insert(inside, "c");
        inside.rollbackOnly();
      });
      tx.runInSavepoint(inside -> {
        insert(inside, "d");
        inside.runInSavepoint(deeper -> insert(deeper, "e"));
      });
    });

    assertEquals(List.of("a", "b", "d", "e"), emails());
  }

  @Test
  void aPlannedRollbackNeedsNoException() {
    assertEquals(1L, db.<Long, RuntimeException>inTransaction(tx -> {
      insert(tx, "a");
      tx.rollbackOnly();
      return tx.from(USERS).count();
    }));

    assertEquals(List.of(), emails());
  }

  @Test
  void aHandleEndsWithItsBlock() {
    AtomicReference<Transaction> escaped = new AtomicReference<>();
    AtomicReference<Transaction> inner = new AtomicReference<>();
    db.runInTransaction(tx -> {
      escaped.set(tx);
      tx.runInSavepoint(inside -> {
        inner.set(inside);
        StatementException e = assertThrows(StatementException.class, () -> insert(tx, "x"));
        assertTrue(e.getMessage().contains("A savepoint"), e.getMessage());
        assertThrows(StatementException.class, () -> tx.runInSavepoint(more -> {}));
        assertThrows(StatementException.class, tx::rollbackOnly);
      });
      assertThrows(StatementException.class, () -> insert(inner.get(), "x"));
      insert(tx, "a");
    });

    StatementException e = assertThrows(StatementException.class, () -> insert(escaped.get(), "x"));
    assertTrue(e.getMessage().contains("has ended"), e.getMessage());
    Select<User> late = escaped.get().from(USERS);
    assertThrows(StatementException.class, late::list);
    assertEquals(List.of("a"), emails());
  }

  @Test
  void isolationAndReadOnlyHoldForTheTransactionOnly() {
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(TransactionOptions.DEFAULT.readOnly(), tx -> insert(tx, "a")));
    assertEquals(Optional.of("25006"), e.sqlState());
    insert(db, "a");

    long seen = db.<Long, RuntimeException>inTransaction(
        TransactionOptions.repeatableRead().readOnly(), tx -> {
          assertEquals(1, tx.from(USERS).count());
          insert(apart(), "b");
          return tx.from(USERS).count();
        });
    assertEquals(1, seen);
  }

  @Test
  void ofTwoSerializableTransactionsOneFails() throws Exception {
    insert(db, "a");
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Database other = Database.of(server.dataSource());
    Thread thread = new Thread(() -> {
      try {
        read.await(10, TimeUnit.SECONDS);
        other.runInTransaction(
            TransactionOptions.serializable(),
            tx -> insert(tx, "count " + tx.from(USERS).count()));
      } catch (Throwable t) {
        failure.set(t);
      } finally {
        written.countDown();
      }
    });
    thread.start();

    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(TransactionOptions.serializable(), tx -> {
          long count = tx.from(USERS).count();
          read.countDown();
          written.await(10, TimeUnit.SECONDS);
          insert(tx, "sum " + count);
        }));

    thread.join(10_000);
    assertEquals(null, failure.get());
    assertEquals(Optional.of("40001"), e.sqlState());
  }

  @Test
  void aConnectionThatDiesIsGivenBackAndTheFirstErrorIsTheOneThrown() {
    QueryException e = assertThrows(
        QueryException.class,
        () -> db.runInTransaction(tx -> {
          insert(tx, "a");
          server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE state = 'idle in transaction'");
          insert(tx, "b");
        }));

    assertTrue(e.getMessage().contains("INSERT"), e.getMessage());
    assertEquals(List.of(), emails());
  }
}
