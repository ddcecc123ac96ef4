package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.history;
import static dev.varve.runtime.migrate.Stories.migrator;
import static dev.varve.runtime.migrate.Stories.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.PgBouncer;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Behind a real PgBouncer. */
class PoolerTest {
  private static final Script INDEX = new Script("20260103000000__index", """
          -- varve:step outside transaction
          -- varve:drop-invalid-index users_email
          CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);
          """);

  private static final String REFUSAL =
      "The connection goes through a pooler that changes the server process between transactions"
          + " (PgBouncer's pool_mode = transaction or statement), where no lock lasts. Give migrate"
          + " a direct connection, or one with pool_mode = session. Nothing was changed.";

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void sessionModeWorksForManyAtOnce() throws Exception {
    try (PgBouncer pooler = new PgBouncer(database, "session")) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<MigrationResult>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        PGSimpleDataSource source = pooler.through(database.dataSource());
        results.add(threads.submit(
            () -> migrator(source, CREATE_USERS, ADD_EMAIL, INDEX).migrate()));
      }
      int applied = 0;
      for (Future<MigrationResult> result : results) {
        applied += result.get(1, TimeUnit.MINUTES).applied().size();
      }
      threads.shutdown();

      assertEquals(3, applied);
      assertEquals(3, history(database).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"transaction", "statement"})
  void otherModesAreRefusedAndNothingIsChanged(String mode) throws Exception {
    try (PgBouncer pooler = new PgBouncer(database, mode)) {
      PGSimpleDataSource source = pooler.through(database.dataSource());
      for (int i = 0; i < 5; i++) {
        refused(
            MigrationException.Unsuitable.class,
            REFUSAL,
            () -> migrator(source, CREATE_USERS).migrate());
      }
      assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW search_path")) {
        row.next();
        assertEquals("\"$user\", public", row.getString(1), "nobody gets our settings");
      }
    }
  }

  @Test
  void transactionModeIsNoticedWhileOthersAreAtWorkToo() throws Exception {
    try (PgBouncer pooler = new PgBouncer(database, "transaction")) {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      for (int i = 0; i < 4; i++) {
        PGSimpleDataSource source = pooler.through(database.dataSource());
        threads.submit(() -> {
          try (Connection connection = source.getConnection();
              Statement statement = connection.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
              statement.execute("SELECT pg_sleep(0.002)");
            }
            return true;
          }
        });
      }
      for (int i = 0; i < 10; i++) {
        PGSimpleDataSource source = pooler.through(database.dataSource());
        refused(
            MigrationException.Unsuitable.class,
            REFUSAL,
            () -> migrator(source, CREATE_USERS).migrate());
      }
      threads.shutdownNow();
      assertEquals("null", database.value("SELECT to_regclass('users')"));
    }
  }

  @Test
  void anUpToDateDatabaseNeedsNoLockAndNoRefusal() throws Exception {
    migrator(database.dataSource(), CREATE_USERS).migrate();
    try (PgBouncer pooler = new PgBouncer(database, "transaction")) {
      PGSimpleDataSource source = pooler.through(database.dataSource());

      assertEquals(List.of(), migrator(source, CREATE_USERS).migrate().applied());
    }
  }
}
