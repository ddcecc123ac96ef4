package dev.varve.runtime.migrate.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.Settings;
import dev.varve.runtime.testing.CrashingServer;
import dev.varve.runtime.testing.CuttingProxy;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The applier dies, its server process dies, the server dies, the network is cut: a second run, or
 * the same one if it lives, ends in the right catalog with the right history, and nothing is left
 * behind.
 */
class FaultTest {
  /** One seed, told when a round fails, so that it can be run again. */
  private static final long SEED = Long.getLong("varve.test.seed", 20261121);

  private static final Settings ONCE = Settings.DEFAULT.retryFor(Duration.ZERO);

  @Test
  void killingTheApplyingProcess() throws Exception {
    int rounds = ReliabilityPage.rounds(200);
    Ambush ambush = rehearseWithProcess();
    int killed = 0;
    for (int round = 0; round < rounds; round++) {
      try (TestDatabase database = TestServer.newDatabase()) {
        Process victim = ApplierProcess.start(database.url());
        waitForVictim(database.dataSource(), victim);
        Moment at = ambush.strike(
            round, database.dataSource(), victim::isAlive, () -> ApplierProcess.kill(victim));
        killed += victim.exitValue() == 0 ? 0 : 1;
        long start = System.nanoTime();
        MixedMigrations.migrator(database.dataSource(), Settings.DEFAULT).migrate();
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        MixedMigrations.check(database.dataSource(), name(round, at));
        assertTrue(waited < 60_000, name(round, at) + ": " + waited + " ms");
      }
    }
    finish("`kill -9` of the applying process", 200, ambush, killed + " hit before the end");
  }

  @Test
  void terminatingTheServerProcess() throws Exception {
    int rounds = ReliabilityPage.rounds(200);
    Ambush ambush = rehearse();
    for (int round = 0; round < rounds; round++) {
      try (TestDatabase database = TestServer.newDatabase()) {
        Run run = new Run(database.dataSource(), round);
        Moment at = ambush.strike(
            round,
            database.dataSource(),
            run::isAlive,
            () -> database.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE"
                + " application_name = 'victim' AND datname = current_database()"));
        run.end(database.dataSource(), name(round, at));
      }
    }
    finish(
        "`pg_terminate_backend` of its server process",
        200,
        ambush,
        "in half of the rounds the" + " same run went on by itself");
  }

  @Test
  void cuttingTheConnection() throws Exception {
    int rounds = ReliabilityPage.rounds(50);
    Ambush ambush = rehearse();
    for (int round = 0; round < rounds; round++) {
      try (TestDatabase database = TestServer.newDatabase();
          CuttingProxy proxy = new CuttingProxy(database.dataSource())) {
        Run run = new Run(proxy.through(database.dataSource()), round);
        Moment at = ambush.strike(round, database.dataSource(), run::isAlive, proxy::cut);
        run.end(database.dataSource(), name(round, at));
      }
    }
    finish("Connections cut", 50, ambush, "in half of the rounds the same run went on by itself");
  }

  @Test
  void losingTheAnswerToACommit() throws Exception {
    int rounds = ReliabilityPage.rounds(20);
    int lost = 0;
    for (int round = 0; round < rounds; round++) {
      try (TestDatabase database = TestServer.newDatabase();
          CuttingProxy proxy = new CuttingProxy(database.dataSource())) {
        proxy.loseAnswerOfCommit(round % 7);
        Run run = new Run(proxy.through(database.dataSource()), round / 7);
        run.end(database.dataSource(), name(round, Moment.COMMIT));
        lost += proxy.lostAnswers();
      }
    }
    assertEquals(rounds, lost, "lost answers");
    ReliabilityPage.report("The answer to a COMMIT lost", 20, "all ended right; no step ran twice");
  }

  @Test
  void killingTheServer() throws Exception {
    int rounds = ReliabilityPage.rounds(50);
    Ambush ambush = rehearse();
    try (CrashingServer server = new CrashingServer()) {
      for (int round = 0; round < rounds; round++) {
        String name = "crash" + round;
        try (Connection connection = server.dataSource("postgres").getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + name);
        }
        Run run = new Run(server.dataSource(name), round);
        Moment at = ambush.strike(round, server.dataSource(name), run::isAlive, server::kill);
        server.restart();
        waitForServer(server.dataSource(name));
        run.end(server.dataSource(name), name(round, at));
      }
    }
    finish(
        "The server killed with SIGKILL and started again",
        50,
        ambush,
        "in half of the rounds the" + " same run went on by itself");
  }

  /** An applier in a thread; with an even number it gives up at once, with an odd one it goes on. */
  private static final class Run {
    private final boolean goesOn;
    private final CompletableFuture<Boolean> future;

    Run(PGSimpleDataSource source, int round) {
      source.setApplicationName(Ambush.VICTIM);
      goesOn = (round / 8) % 2 == 1;
      Settings settings = goesOn ? Settings.DEFAULT : ONCE;
      future = CompletableFuture.supplyAsync(() -> {
        try {
          MixedMigrations.migrator(source, settings).migrate();
          return true;
        } catch (MigrationException e) {
          if (goesOn) {
            throw e;
          }
          return false;
        }
      });
    }

    boolean isAlive() {
      return !future.isDone();
    }

    /** Waits for its end, lets a second run follow if it gave up, and looks at the result. */
    void end(DataSource dataSource, String round) throws Exception {
      if (!future.get(2, TimeUnit.MINUTES)) {
        MixedMigrations.migrator(dataSource, Settings.DEFAULT).migrate();
      }
      MixedMigrations.check(dataSource, round);
    }
  }

  private static Ambush rehearse() throws Exception {
    long start = 0;
    Map<Moment, Long> windows = Map.of();
    for (int i = 0; i < 2; i++) {
      try (TestDatabase database = TestServer.newDatabase()) {
        start = System.nanoTime();
        Run run = new Run(database.dataSource(), 0);
        windows = Ambush.windows(database.dataSource(), run::isAlive);
        run.end(database.dataSource(), "undisturbed");
      }
    }
    return new Ambush(SEED, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), windows);
  }

  private static Ambush rehearseWithProcess() throws Exception {
    try (TestDatabase database = TestServer.newDatabase()) {
      Process process = ApplierProcess.start(database.url());
      waitForVictim(database.dataSource(), process);
      long start = System.nanoTime();
      Map<Moment, Long> windows = Ambush.windows(database.dataSource(), process::isAlive);
      assertEquals(0, process.exitValue());
      MixedMigrations.check(database.dataSource(), "undisturbed");
      return new Ambush(SEED, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), windows);
    }
  }

  /** A process needs some time to come to its first connection. */
  private static void waitForVictim(DataSource dataSource, Process victim) throws Exception {
    while (victim.isAlive()
        && MixedMigrations.rows(
                dataSource,
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'victim'"
                    + " AND datname = current_database()")
            .isEmpty()) {
      Thread.sleep(5);
    }
  }

  private static void waitForServer(DataSource dataSource) throws Exception {
    for (int i = 0; i < 600; i++) {
      try (Connection connection = dataSource.getConnection()) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        Thread.sleep(100); // it is starting, or recovering
      }
    }
    throw new AssertionError("The server does not come back");
  }

  private static void finish(String fault, int full, Ambush ambush, String more) {
    if (ReliabilityPage.FULL && full == 200) {
      for (Moment moment : Moment.values()) {
        assertTrue(ambush.hits().get(moment) >= 15, "hits: " + ambush.counts());
      }
    }
    ReliabilityPage.report(
        fault, full, "all ended right; " + more + "; hit in: " + ambush.counts());
  }

  private static String name(int round, Moment at) {
    return "round " + round + " of seed " + SEED + ", " + at;
  }
}
