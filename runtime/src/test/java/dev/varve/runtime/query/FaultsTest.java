package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call of a connection fails in turn; after each, the connection is back and as it was. */
class FaultsTest {
  private static TestDatabase server;

  @BeforeAll
  static void start() {
    server = SampleDatabase.create();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private interface Scenario {
    void run(Database db);
  }

  private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

  static {
    SCENARIOS.put("select", db -> db.from(USERS).list());
    SCENARIOS.put("find", db -> db.find(USERS.uqEmail, "a"));
    SCENARIOS.put("insert", db -> insert(db, "a"));
    SCENARIOS.put("stream", db -> db.from(USERS).stream(1, rows -> rows.limit(2).toList()));
    SCENARIOS.put("copy in", db -> db.copyIn(USERS, List.of(SampleDatabase.user("c"))));
    SCENARIOS.put("copy out", db -> db.copyOut(db.from(USERS), user -> {}));
    SCENARIOS.put(
        "batch",
        db -> db.batch(List.of(
            db.delete(POSTS).where(POSTS.likes.lt(1L)),
            db.delete(POSTS).where(POSTS.likes.lt(2L)))));
    SCENARIOS.put(
        "transaction",
        db -> db.runInTransaction(
            TransactionOptions.serializable().setting("lock_timeout", "1s"), tx -> {
              insert(tx, "a");
              tx.runInSavepoint(inside -> {
                insert(inside, "b");
                inside.rollbackOnly();
              });
              tx.inSavepoint(inside -> insert(inside, "c"));
            }));
    SCENARIOS.put(
        "read-only",
        db -> db.inTransaction(
            TransactionOptions.deferrable(), tx -> tx.from(USERS).count()));
    SCENARIOS.put(
        "rollback",
        db -> db.runInTransaction(tx -> {
          insert(tx, "a");
          tx.rollbackOnly();
        }));
  }

  private static long insert(Operations operations, String email) {
    return operations.insert(USERS).values(SampleDatabase.user(email)).execute();
  }

  @ParameterizedTest
  @CsvSource({
    "BEFORE, true",
    "AFTER, true",
    "FROM_THEN_ON, true",
    "BEFORE, false",
    "AFTER, false",
    "FROM_THEN_ON, false"
  })
  void whateverFailsTheConnectionComesBackAsItWas(FaultyPool.Fault fault, boolean autoCommit)
      throws Exception {
    FaultyPool pool = new FaultyPool(server.dataSource(), autoCommit);
    Database db = Database.of(pool.dataSource());
    Set<String> failed = new TreeSet<>();
    int runs = 0;
    for (Map.Entry<String, Scenario> scenario : SCENARIOS.entrySet()) {
      int n = 1;
      while (fails(pool, db, scenario, fault, n, failed)) {
        n++;
        runs++;
      }
      assertTrue(n > 4, scenario.getKey() + " made calls: " + n);
    }
    pool.close();

    assertTrue(runs > 80, "faults: " + runs);
    assertTrue(
        failed.containsAll(Set.of(
            "Connection.close",
            "Connection.commit",
            "Connection.prepareStatement",
            "Connection.rollback",
            "Connection.setAutoCommit",
            "DataSource.getConnection",
            "PreparedStatement.close",
            "PreparedStatement.executeLargeUpdate",
            "PreparedStatement.executeQuery",
            "ResultSet.close",
            "ResultSet.next")),
        failed.toString());
  }

  /** Whether the run met the fault. */
  private static boolean fails(
      FaultyPool pool,
      Database db,
      Map.Entry<String, Scenario> scenario,
      FaultyPool.Fault fault,
      int n,
      Set<String> failed) {
    pool.fail(0, fault);
    db.delete(USERS).allRows().execute();
    insert(db, "x");
    insert(db, "y");
    insert(db, "z");
    pool.fail(n, fault);
    QueryException thrown = null;
    try {
      scenario.getValue().run(db);
    } catch (QueryException e) {
      thrown = e;
    }

    boolean met = pool.hasFailed();
    String place = scenario.getKey() + ", call " + n + (met ? ", " + pool.failed() : "");
    assertEquals(pool.lent(), pool.returned(), place);
    assertEquals(List.of(), pool.problems(), place);
    if (met) {
      failed.add(pool.failed());
      assertTrue(thrown != null, place + ": nothing was thrown");
      assertEquals("Fault " + n, root(thrown).getMessage(), place);
      assertTrue(all(thrown, new HashSet<>()) >= 1, place);
    } else {
      assertEquals(null, thrown, place);
    }
    pool.fail(0, fault);
    assertTrue(db.from(USERS).count() >= 3, place);
    return met;
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  /** The suppressed ones are all faults, too. */
  private static int all(Throwable thrown, Set<Throwable> seen) {
    int count = 0;
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (seen.add(suppressed)) {
        String message = root(suppressed).getMessage();
        assertTrue(
            message.startsWith("Fault") || message.contains("savepoint after it has been released"),
            suppressed.toString());
        count += all(suppressed, seen);
      }
    }
    return count + 1;
  }
}
