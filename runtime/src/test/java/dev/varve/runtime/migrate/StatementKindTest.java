package dev.varve.runtime.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which limits a statement gets, and how long the pauses between attempts are. */
class StatementKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE t (i int REFERENCES u ON DELETE CASCADE) | CATALOG",
        "create table t as select 1 | ROWS",
        "CREATE MATERIALIZED VIEW v AS SELECT 1 | ROWS",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ UPDATE t SET i = 1 $$ | CATALOG",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (i) | CONCURRENT",
        "DROP INDEX CONCURRENTLY IF EXISTS i | CONCURRENT",
        "ALTER TABLE t VALIDATE CONSTRAINT c | ROWS",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (i > 0) NOT VALID | CATALOG",
        "DO $x$ BEGIN IF true THEN ALTER TABLE t ADD i int; END IF; END $x$ | CATALOG",
        "DO $x$ BEGIN ALTER TABLE t VALIDATE CONSTRAINT c; END $x$ | ROWS",
        "DO $x$ BEGIN UPDATE t SET i = 1; END $x$ | ROWS",
        "DO $x$ BEGIN ALTER TABLE t ADD FOREIGN KEY (i) REFERENCES u ON UPDATE SET NULL; END $x$ | CATALOG",
        "UPDATE t SET i = 1 | ROWS",
        "WITH x AS (SELECT 1) SELECT * FROM x | ROWS",
        "COMMENT ON TABLE t IS 'validate' | CATALOG",
      })
  void theFirstWordsTell(String statement, StatementKind kind) {
    assertEquals(kind, StatementKind.of(statement));
  }

  @Test
  void eachStatementGetsTheLimitsOfItsKind() {
    String note = "INSERT INTO seen VALUES (current_setting('lock_timeout') || ' ' ||"
        + " current_setting('statement_timeout'));\n";
    Script script = new Script(
        "20260101000000__limits",
        "-- varve:step transaction\nCREATE TABLE seen (what text);\n"
            + "-- varve:step transaction\n" + note
            + "-- varve:step transaction\nALTER TABLE seen ADD i int;\n" + note
            + "-- varve:step outside transaction\n" + note);
    try (TestDatabase database = TestServer.newDatabase()) {
      new Migrator(
              database.dataSource(),
              List.of(MigrationSource.of("shop", List.of(script))),
              Settings.DEFAULT)
          .migrate();

      assertEquals(
          List.of("10min 0", "200ms 0", "10min 0"), database.rows("SELECT what FROM seen"));
    }
  }

  @Test
  void aStatementOfTheCatalogThatTakesTooLongIsStopped() {
    Script script = new Script(
        "20260101000000__slow",
        "DO $$ BEGIN IF pg_sleep(30) IS NULL THEN RAISE NOTICE 'x'; END IF; END $$");
    try (TestDatabase database = TestServer.newDatabase()) {
      MigrationException.Failed failed = Stories.refused(
          MigrationException.Failed.class,
          "Migration V20260101000000__slow, line 1: canceling statement due to statement timeout"
              + " (57014). Rolled back; the database has no migration yet.",
          () -> new Migrator(
                  database.dataSource(),
                  List.of(MigrationSource.of("shop", List.of(script))),
                  Settings.DEFAULT.statementTimeout(Duration.ofMillis(300)))
              .migrate());
      assertEquals("57014", failed.sqlState());
    }
  }

  @Test
  void pausesGrowAndAreNeverTheSameForTwo() {
    BackOff one = new BackOff(new Random(1));
    BackOff other = new BackOff(new Random(2));
    List<Long> ones = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    long middle = 50;
    for (int i = 0; i < 12; i++) {
      ones.add(one.next());
      others.add(other.next());
      assertTrue(ones.get(i) >= middle / 2 && ones.get(i) <= middle * 3 / 2, ones::toString);
      middle = Math.min(middle * 2, 5_000);
    }
    assertTrue(!ones.equals(others));
  }
}
