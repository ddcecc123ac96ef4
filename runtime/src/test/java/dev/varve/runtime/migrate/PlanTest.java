package dev.varve.runtime.migrate;

import static dev.varve.runtime.migrate.Stories.ADD_EMAIL;
import static dev.varve.runtime.migrate.Stories.CREATE_USERS;
import static dev.varve.runtime.migrate.Stories.applied;
import static dev.varve.runtime.migrate.Stories.migrate;
import static dev.varve.runtime.migrate.Stories.migrator;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.CountingDataSource;
import dev.varve.runtime.testing.Psql;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plan is the SQL that would run: psql runs it to the same end, and nothing is left to do. */
class PlanTest {
  private static final Script MIXED = new Script("20260103000000__mixed", """
          -- Fills and indexes.
          --
          -- Data lost: the values of users.email.

          -- varve:step transaction
          INSERT INTO users SELECT g, NULL FROM generate_series(1, 25) g;
          ALTER TABLE users ADD price int;
          -- varve:step outside transaction
          -- varve:drop-invalid-index users_email
          CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);
          -- varve:repeat
          UPDATE users SET price = 7, email = '$repeat$;' WHERE id IN (SELECT id FROM users WHERE price IS NULL LIMIT 10);
          """, """
          -- varve:step outside transaction
          DROP INDEX CONCURRENTLY IF EXISTS users_email;
          -- varve:step transaction
          ALTER TABLE users DROP price;
          """);

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aPlanRunsNothing() {
    Plan plan = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL, MIXED).plan();

    assertEquals("null", database.value("SELECT to_regclass('varve_history')"));
    assertEquals(3, plan.scripts().size());
    assertEquals(6, plan.statements());
    assertEquals(Plan.Kind.APPLY, plan.scripts().get(2).kind());
    assertEquals(
        Optional.of("the values of users.email."), plan.scripts().get(2).dataLost());
    assertEquals(Optional.empty(), plan.scripts().get(0).dataLost());
  }

  @Test
  void withoutAnythingPendingThereIsNothingToRun() {
    migrate(database, CREATE_USERS);

    Plan plan = migrator(database.dataSource(), CREATE_USERS).plan();

    assertTrue(plan.isEmpty());
    assertEquals("-- Nothing is pending.\n", plan.sql());
  }

  @Test
  void aPlanSaysWhatIsSent() {
    migrate(database, CREATE_USERS);

    String sql = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL).plan().sql();

    assertTrue(sql.startsWith("""
        -- What would be run in schema public.

        SET TimeZone = 'UTC';
        SET standard_conforming_strings = on;
        SET default_transaction_isolation = 'read committed';
        SET lock_timeout = 0;
        SET statement_timeout = 0;

        DO $lock$
        """), sql);
    assertTrue(sql.contains("""
        -- Migration V20260102000000__add_email

        BEGIN;
        SET LOCAL search_path = "public", pg_temp;
        SET LOCAL lock_timeout = 200;
        SET LOCAL statement_timeout = 30000;
        ALTER TABLE users ADD COLUMN email text;

        INSERT INTO "public".varve_history"""), sql);
    assertTrue(sql.endsWith("\nCOMMIT;\n"), sql);
  }

  @Test
  void psqlRunsAPlanToTheSameEnd() throws Exception {
    Migrator migrator = migrator(database.dataSource(), CREATE_USERS, ADD_EMAIL, MIXED);

    Psql.run(database, migrator.plan().sql());

    assertEquals(List.of(), applied(migrator.migrate()));
    CountingDataSource counting = new CountingDataSource(database.dataSource());
    migrator(counting.dataSource(), CREATE_USERS, ADD_EMAIL, MIXED).migrate();
    assertEquals(1, counting.statements());
    assertEquals("25", database.value("SELECT count(*) FROM users WHERE email = '$repeat$;'"));
    assertEquals(
        "t",
        database.value(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'users_email'::regclass"));
    assertEquals(
        List.of("1", "1", "1", "2"),
        database.rows("SELECT step FROM varve_history ORDER BY entry"));

    Settings losing = Settings.DEFAULT.allowLoss(List.of("users.price", "users.email"));
    Psql.run(database, migrator(database.dataSource(), losing).planRollback(2).sql());
    assertEquals(
        List.of(Status.State.APPLIED, Status.State.PENDING, Status.State.PENDING),
        migrator.status().migrations().stream().map(Status.Migration::state).toList());
    Psql.run(
        database, migrator.plan().sql().replace("SELECT g, NULL FROM", "SELECT -g, NULL FROM"));
    assertEquals(List.of(), applied(migrator.migrate()));
    assertEquals("50", database.value("SELECT count(price) FROM users"));
    assertEquals(
        1,
        migrator(database.dataSource(), losing)
            .planRollbackTo("20260102000000")
            .scripts()
            .size());
  }
}
