package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The server process of an applier is terminated at a random moment; the next run finishes. */
class KillTest {
  private static final int ROUNDS = Boolean.getBoolean("varve.test.full") ? 200 : 10;

  /** One seed, told when a round fails, so that it can be run again. */
  private static final long SEED = Long.getLong("varve.test.seed", 20261121);

  private static final Script[] MIXED = {
    new Script(
        "20260101000000__create",
        "CREATE TABLE item (id int PRIMARY KEY, code text, price int);"
            + "CREATE TABLE trace (what text);"
            + "INSERT INTO item SELECT g, 'c' || g FROM generate_series(1, 20000) g;"
            + "INSERT INTO trace VALUES ('create')"),
    new Script("20260102000000__index", """
        -- varve:step outside transaction
        -- varve:drop-invalid-index item_code
        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS item_code ON item (code);
        -- varve:step transaction
        INSERT INTO trace VALUES ('index');
        """),
    new Script("20260103000000__backfill", """
        -- varve:step outside transaction
        -- varve:repeat
        UPDATE item SET price = 1 WHERE id IN (SELECT id FROM item WHERE price IS NULL LIMIT 2000);
        -- varve:step transaction
        ALTER TABLE item ADD CONSTRAINT price_is_set CHECK (price IS NOT NULL) NOT VALID;
        INSERT INTO trace VALUES ('not valid');
        -- varve:step transaction
        ALTER TABLE item VALIDATE CONSTRAINT price_is_set;
        INSERT INTO trace VALUES ('validated');
        """),
    new Script(
        "20260104000000__last", "ALTER TABLE item ADD last int; INSERT INTO trace VALUES ('last')"),
  };

  @Test
  void aSecondRunAlwaysEndsWhereItShould() throws Exception {
    Random random = new Random(SEED);
    long whole = 0;
    for (int warmUp = 0; warmUp < 2; warmUp++) {
      long start = System.nanoTime();
      try (TestDatabase database = TestServer.newDatabase()) {
        migrator(database.dataSource(), MIXED).migrate();
        check(database, "undisturbed");
      }
      whole = System.nanoTime() - start;
    }
    int killed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long after = (long) (whole * random.nextDouble());
      try (TestDatabase database = TestServer.newDatabase()) {
        String name = "round " + round + " of seed " + SEED + ", after " + after / 1_000 + " us";
        killed += killOnce(database, after) ? 1 : 0;
        migrator(database.dataSource(), MIXED).migrate();
        check(database, name);
      }
    }
    assertTrue(killed >= ROUNDS / 4, "only " + killed + " runs were hit");
  }

  private static boolean killOnce(TestDatabase database, long after) throws Exception {
    PGSimpleDataSource victim = database.dataSource();
    victim.setApplicationName("victim");
    CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> {
      try {
        migrator(victim, Settings.DEFAULT.retryFor(Duration.ZERO), MIXED).migrate();
        return false;
      } catch (MigrationException e) {
        return true;
      }
    });
    TimeUnit.NANOSECONDS.sleep(after);
    database.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victim'");
    return running.get(1, TimeUnit.MINUTES);
  }

  private static void check(TestDatabase database, String round) {
    assertEquals(
        List.of("create", "index", "not valid", "validated", "last"),
        database.rows("SELECT what FROM trace"),
        round);
    assertEquals(
        List.of(
            "create 1", "index 1", "index 2", "backfill 1", "backfill 2", "backfill 3", "last 1"),
        database.rows(
            "SELECT name || ' ' || step FROM varve_history WHERE event = 'applied' ORDER BY entry"),
        round);
    assertEquals(
        "20000|t|t",
        database.value(
            "SELECT count(*) FILTER (WHERE price = 1), (SELECT indisvalid FROM pg_index WHERE indexrelid ="
                + " 'item_code'::regclass), (SELECT convalidated FROM pg_constraint WHERE conname ="
                + " 'price_is_set') FROM item"),
        round);
    assertEquals("0", database.value("SELECT count(*) FROM pg_index WHERE NOT indisvalid"), round);
    assertEquals(List.of(), migrator(database.dataSource(), MIXED).migrate().applied(), round);
  }
}
