package dev.varve.runtime.migrate.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.MigrationSource.Script;
import dev.varve.runtime.migrate.Migrator;
import dev.varve.runtime.migrate.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Migrations of every kind, each part slow enough to be hit. Each transaction leaves a trace, so
 * that one that took effect twice, or never, shows.
 */
final class MixedMigrations {
  static final int ROWS = 5_000;

  private static final List<Script> SCRIPTS = List.of(
      new Script("20260101000000__create", """
          CREATE TABLE item (id int PRIMARY KEY, code text, price int);
          CREATE TABLE trace (what text);
          INSERT INTO item SELECT g, 'c' || g FROM generate_series(1, {rows}) g;
          CREATE FUNCTION slow(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN FOR i IN 1..12 LOOP value := md5(value); END LOOP; RETURN value; END
          $$;
          CREATE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(0.06); RETURN NULL; END
          $$;
          CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON trace
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow_commit();
          INSERT INTO trace VALUES ('create');
          """.replace("{rows}", String.valueOf(ROWS))),
      new Script("20260102000000__index", """
          -- varve:step outside transaction
          -- varve:drop-invalid-index item_code
          CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS item_code ON item (slow(code));
          -- varve:step transaction
          INSERT INTO trace VALUES ('index');
          """),
      new Script("20260103000000__backfill", """
          -- varve:step outside transaction
          -- varve:repeat
          UPDATE item SET price = length(slow(code)) WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM item WHERE price IS NULL LIMIT 500));
          -- varve:step transaction
          ALTER TABLE item ADD CONSTRAINT price_is_set
            CHECK (price IS NOT NULL AND slow(code) <> '') NOT VALID;
          INSERT INTO trace VALUES ('not valid');
          -- varve:step transaction
          ALTER TABLE item VALIDATE CONSTRAINT price_is_set;
          -- varve:step transaction
          INSERT INTO trace VALUES ('validated');
          """),
      new Script("20260104000000__last", """
          ALTER TABLE item ADD last int;
          INSERT INTO trace VALUES ('last');
          """));

  private MixedMigrations() {}

  static Migrator migrator(DataSource dataSource, Settings settings) {
    return new Migrator(dataSource, List.of(MigrationSource.of("shop", SCRIPTS)), settings);
  }

  /** Asserts that everything happened once and to the end. */
  static void check(DataSource dataSource, String round) {
    assertEquals(
        List.of("create", "index", "not valid", "validated", "last"),
        rows(dataSource, "SELECT what FROM trace"),
        round);
    assertEquals(
        List.of(
            "create 1",
            "index 1",
            "index 2",
            "backfill 1",
            "backfill 2",
            "backfill 3",
            "backfill 4",
            "last 1"),
        rows(
            dataSource,
            "SELECT name || ' ' || step FROM varve_history WHERE event = 'applied' ORDER BY entry"),
        round);
    assertEquals(
        List.of(ROWS + "|t|t"),
        rows(
            dataSource,
            "SELECT count(*) FILTER (WHERE price = 32) || '|' || (SELECT indisvalid FROM pg_index"
                + " WHERE indexrelid = 'item_code'::regclass)::text::char || '|' || (SELECT"
                + " convalidated FROM pg_constraint WHERE conname = 'price_is_set')::text::char"
                + " FROM item"),
        round);
    assertEquals(
        List.of("0", "0"),
        rows(
            dataSource,
            "SELECT count(*) FROM pg_index WHERE NOT indisvalid UNION ALL SELECT count(*) FROM"
                + " pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM"
                + " pg_database WHERE datname = current_database())"),
        round);
    assertEquals(
        List.of(),
        migrator(dataSource, Settings.DEFAULT).migrate().applied(),
        round + ": nothing is left to do");
  }

  static List<String> rows(DataSource dataSource, String query) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(String.valueOf(row.getString(1)));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query + ": " + e.getMessage(), e);
    }
  }
}
