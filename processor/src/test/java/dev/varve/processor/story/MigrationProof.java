package dev.varve.processor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.HistoryEvent;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One database, and the migrations that lead it from state to state. Of each it is proven that it
 * applies; that the database is what the fold says; that running it again changes nothing, whole or
 * after any part of it; that the undo leads back, rows included; and that a database created at
 * once is the same.
 */
final class MigrationProof implements AutoCloseable {
  /** At most so many interruptions of each script are tried in the quick suite. */
  private static final int PARTS = 2;

  private final String module;
  private final Optional<String> before;
  private final TestDatabase database;
  private final List<MigrationSource.Script> scripts = new ArrayList<>();
  private final List<SortedMap<Name, Catalog>> states = new ArrayList<>();
  private boolean others;

  /** Starts with a database in which this SQL has run. */
  MigrationProof(String module, Optional<String> before) {
    this.module = module;
    this.before = before;
    this.database = newDatabase();
    // Roles are of the whole server, and others may have left some as they were at the end.
    database.execute("""
        DO $$
        DECLARE
          left_over name;
        BEGIN
          FOR left_over IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'story\\_%' LOOP
            BEGIN
              EXECUTE format('DROP ROLE %I', left_over);
            EXCEPTION WHEN dependent_objects_still_exist THEN
              NULL;
            END;
          END LOOP;
        END
        $$""");
  }

  TestDatabase database() {
    return database;
  }

  /** What others make in it, of which the model does not know. */
  void others(String sql) {
    database.execute(sql);
    others = true;
  }

  private TestDatabase newDatabase() {
    TestDatabase made = TestServer.newDatabase();
    before.ifPresent(made::execute);
    return made;
  }

  /** Whether rows, or something else, keep a migration from being applied, as they should. */
  void stops(MigrationSource.Script next, String message) {
    List<MigrationSource.Script> all = new ArrayList<>(scripts);
    all.add(next);
    Varve varve = Varve.of(database.dataSource()).sources(source(all));
    MigrationException stopped = assertThrows(MigrationException.class, varve::migrate);
    assertTrue(stopped.getMessage().contains(message), stopped.getMessage());
  }

  /** Leads the database on by a migration, and leaves it there. */
  void prove(MigrationSource.Script next, String creation) throws SQLException {
    List<MigrationSource.Script> earlier = List.copyOf(scripts);
    scripts.add(next);
    states.add(catalog(database));
    try (TestDatabase past = database.copy()) {
      proveParts(past, next.sql(), proveWhole(earlier, next, creation));
    }
  }

  /**
   * Undoes all migrations, one after the other, and applies them again. What others made would go
   * with its table.
   */
  void proveBackAndForth() throws SQLException {
    if (others) {
      return;
    }
    SortedMap<Name, Catalog> last = catalog(database);
    Varve varve = Varve.of(database.dataSource()).sources(source(scripts));
    for (int i = states.size() - 1; i >= 0; i--) {
      undo(varve);
      assertSame(states.get(i), catalog(database), "undone to " + i);
    }
    varve.migrate();
    assertSame(last, catalog(database), "all applied again");
  }

  private SortedMap<Name, Catalog> proveWhole(
      List<MigrationSource.Script> earlier, MigrationSource.Script next, String creation)
      throws SQLException {
    SortedMap<Name, Catalog> from = catalog(database);
    List<String> rows = rows();
    List<MigrationSource.Script> all = new ArrayList<>(earlier);
    all.add(next);
    Varve varve = Varve.of(database.dataSource()).sources(source(all));
    assertEquals(1, varve.migrate().applied().size(), "applied");
    SortedMap<Name, Catalog> to = catalog(database);
    if (!others) {
      proveModel(all, creation, to);
    }
    List<String> rowsAfter = rows();
    assertEquals(List.of(), varve.migrate().applied(), "nothing is left to apply");
    runByHand(database, next.sql(), Integer.MAX_VALUE);
    assertSame(to, catalog(database), "run again by hand");
    assertEquals(rowsAfter, rows(), "rows after running it again by hand");
    boolean lossless = undo(varve) && next.sql().contains("-- Data lost: none.");
    assertSame(from, catalog(database), "undone");
    if (lossless) {
      assertEquals(rows, rows(), "rows after the undo");
    }
    List<String> rowsUndone = rows();
    runByHand(database, next.undo().orElseThrow(), Integer.MAX_VALUE);
    assertSame(from, catalog(database), "undone again by hand");
    assertEquals(rowsUndone, rows(), "rows after undoing it again by hand");
    varve.migrate();
    assertSame(to, catalog(database), "applied after its undo");
    return to;
  }

  private void proveModel(
      List<MigrationSource.Script> all, String creation, SortedMap<Name, Catalog> to)
      throws SQLException {
    assertNoDrift(MigrationSource.of(module, all, creation));
    if (Boolean.getBoolean("varve.test.full")) {
      assertNoDrift(MigrationSource.of(module, all));
    }
    try (TestDatabase fresh = newDatabase()) {
      runByHand(fresh, creation, Integer.MAX_VALUE);
      assertSame(catalog(fresh), to, "migrated and freshly created");
    }
    if (before.isEmpty()) {
      // What is there before keeps the applier from that shortcut.
      proveCreation(all, creation, to);
    }
  }

  /** Those of each table of the model, without what is parked. */
  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String table : database.rows("""
        SELECT oid::regclass FROM pg_class
        WHERE relkind IN ('r', 'p') AND NOT relispartition
          AND NOT starts_with(relname, 'varve_')
          AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
        ORDER BY oid::regclass::text
        """)) {
      database
          .rows("SELECT (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(one))"
              + " WHERE NOT starts_with(key, 'varve_')) FROM " + table + " AS one ORDER BY 1")
          .forEach(row -> rows.add(table + ": " + row));
    }
    return rows;
  }

  /** Whatever part of the script has run, running it whole ends in the same state. */
  private void proveParts(TestDatabase past, String script, SortedMap<Name, Catalog> to)
      throws SQLException {
    int statements = statements(script).size();
    // Each part means a database of its own; the long suite tries all of them.
    int stride = Boolean.getBoolean("varve.test.full") ? 1 : (statements + PARTS - 1) / PARTS;
    for (int part = 1; part < statements; part += stride) {
      try (TestDatabase interrupted = past.copy()) {
        runByHand(interrupted, script, part);
        runByHand(interrupted, script, Integer.MAX_VALUE);
        assertSame(to, catalog(interrupted), "interrupted after statement " + part);
      }
    }
  }

  /** What was there before counts as a module of its own. */
  private void assertNoDrift(MigrationSource source) {
    MigrationSource there = MigrationSource.of(
        "before", List.of(new MigrationSource.Script("20200101000000__before", before.orElse(""))));
    Varve.of(database.dataSource()).sources(List.of(there)).stamp("20200101000000");
    NoDrift.in(database, there, source);
  }

  /** What the applier makes of an empty database at once is what all migrations make of it. */
  private void proveCreation(
      List<MigrationSource.Script> all, String creation, SortedMap<Name, Catalog> migrated)
      throws SQLException {
    try (TestDatabase fresh = TestServer.newDatabase()) {
      SortedMap<Name, Catalog> empty = catalog(fresh);
      Varve varve =
          Varve.of(fresh.dataSource()).sources(List.of(MigrationSource.of(module, all, creation)));
      assertEquals(all.size(), varve.migrate().applied().size());
      assertEquals(
          List.of(HistoryEvent.Kind.STAMPED),
          varve.history().stream().map(HistoryEvent::kind).distinct().toList());
      assertSame(migrated, catalog(fresh), "created by the applier");
      assertEquals(List.of(), varve.migrate().applied());
      try {
        varve.rollback(all.size());
        assertSame(empty, catalog(fresh), "created at once, and undone");
      } catch (MigrationException.NoUndo parking) {
        // What was parked was never there; up to that migration the way back is open.
        MigrationId id = parking.migration();
        String record = all.stream()
            .filter(script -> script.id().equals(id))
            .flatMap(script -> script.record().stream())
            .findFirst()
            .orElseThrow();
        assertTrue(record.contains("\"parkedAs\": \"varve_parked_"), record);
        varve.rollbackTo(id.text());
        varve.migrate();
        assertSame(migrated, catalog(fresh), "created at once, back and forth");
      }
    }
  }

  /**
   * Rows are in the way of some undo scripts; then their loss has to be allowed by name.
   *
   * @return whether nothing was lost
   */
  private static boolean undo(Varve varve) {
    try {
      varve.rollback(1);
      return true;
    } catch (MigrationException.LosesData refused) {
      varve.allowLoss(refused.losses()).rollback(1);
      return false;
    }
  }

  private List<MigrationSource> source(List<MigrationSource.Script> scripts) {
    return List.of(MigrationSource.of(module, scripts));
  }

  private static List<String> statements(String script) {
    return SqlScript.parse(script).steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(SqlScript.Statement::sql)
        .toList();
  }

  private static void runByHand(TestDatabase database, String script, int count)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements(script).stream().limit(count).toList()) {
        statement.execute(sql);
      }
    }
  }

  private static SortedMap<Name, Catalog> catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.readAll(connection);
    }
  }

  private static void assertSame(
      SortedMap<Name, Catalog> expected, SortedMap<Name, Catalog> found, String when) {
    assertEquals(expected.keySet(), found.keySet(), when);
    expected.forEach((schema, catalog) -> assertEquals(
        List.of(), Catalog.differences(catalog, found.get(schema)), schema + " " + when));
    assertEquals(expected, found, when);
  }

  @Override
  public void close() {
    database.close();
  }
}
