package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.ddl.LockMeter;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for the migration between any two schemas, on a real server, with rows in tables. */
class RandomMigrationsTest {
  private static final boolean FULL = Boolean.getBoolean("varve.test.full");
  private static final int MIGRATIONS = FULL ? 2_000 : Integer.getInteger("varve.n", 60);
  private static final int MEASURED = FULL ? 500 : Integer.getInteger("varve.n", 12);
  private static final int PREFIXES = FULL ? Integer.MAX_VALUE : 4;

  @Test
  void migratedIsFreshlyCreatedAndUndoneIsAsBefore() throws SQLException {
    Map<String, Integer> refused = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
      for (long seed = Long.getLong("varve.from", 0);
          seed < Long.getLong("varve.from", 0) + MIGRATIONS;
          seed++) {
        try {
          Trial trial = new Trial(connection, statement, RandomMigration.of(seed, virtual), seed);
          trial.run();
          if (!trial.rows.isEmpty()) {
            trial.migration.changes().stream()
                .map(RandomMigrationsTest::kind)
                .distinct()
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
          }
        } catch (Refused e) {
          refused.merge(e.getMessage(), 1, Integer::sum);
        } catch (SQLException | RuntimeException | AssertionError e) {
          failures.add("Seed " + seed + ": " + e);
        }
      }
    }
    System.out.println(MIGRATIONS + " random migrations; not run to the end: " + refused);
    System.out.println("Ran to the end with rows in the tables, by kind of change: " + kinds);
    if (FULL) {
      kinds.forEach((kind, count) -> assertTrue(count >= 20, kind + " " + count));
      for (Class<?> kind : Change.class.getPermittedSubclasses()) {
        // What was parked by an earlier migration is purged in stories; so are texts renamed.
        assertTrue(
            kind == Change.ParkedPurged.class
                || kind == Change.ColumnValuesRenamed.class
                || kinds.keySet().stream().anyMatch(k -> k.startsWith(kind.getSimpleName())),
            kind.getSimpleName());
      }
    }
    assertEquals(List.of(), failures, () -> failures.size() + "\n" + String.join("\n\n", failures));
  }

  /** With tables that others use, which stories have less of. */
  @Test
  void commentsSayWhatIsLocked() throws SQLException {
    List<String> differences = new ArrayList<>();
    long first = Long.getLong("varve.from", 0);
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement();
        LockMeter meter = new LockMeter(database)) {
      statement.setEscapeProcessing(false);
      meter.searchPath("here");
      boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
      for (long seed = first; seed < first + MEASURED; seed++) {
        RandomMigration migration = RandomMigration.of(seed, virtual);
        differences.addAll(new Trial(connection, statement, migration, seed).measure(meter));
      }
    }
    assertEquals(
        List.of(), differences, () -> differences.size() + "\n" + String.join("\n", differences));
  }

  /** {@code ColumnAdded}, {@code ObjectChanged sequence}. */
  private static String kind(Change change) {
    String kind = change.getClass().getSimpleName();
    if (change instanceof Change.ObjectAdded object) {
      return kind + " " + object.object().id().kind().words();
    } else if (change instanceof Change.ObjectRemoved object) {
      return kind + " " + object.object().id().kind().words();
    } else if (change instanceof Change.ObjectChanged object) {
      return kind + " " + object.to().id().kind().words();
    }
    return change instanceof Change.ObjectRenamed object
        ? kind + " " + object.kind().words()
        : kind;
  }

  /** The rows do not allow the change, and Varve says so in the file. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  private static final class Trial {
    private final Connection connection;
    private final Statement statement;
    private final RandomMigration migration;
    private final long seed;
    private final List<String> rows = new ArrayList<>();

    Trial(Connection connection, Statement statement, RandomMigration migration, long seed) {
      this.connection = connection;
      this.statement = statement;
      this.migration = migration;
      this.seed = seed;
    }

    /** Where rows are in the way, there is no more to measure. */
    List<String> measure(LockMeter meter) throws SQLException {
      reset();
      inSteps(migration.create().sql(), "create");
      fill();
      List<String> differences = new ArrayList<>();
      try {
        for (String script :
            List.of(migration.migrate().sql(), migration.migrate().undo().orElseThrow())) {
          meter
              .run(script)
              .forEach(difference -> differences.add("Seed " + seed + ", " + difference));
        }
      } catch (SQLException e) {
        assertTrue(
            e.getSQLState() == null || e.getSQLState().matches("2[23].*|P0001|0A000"),
            () -> seed + ": " + e);
      }
      return differences;
    }

    void run() throws SQLException {
      if (migration.changes().isEmpty()) {
        throw new Refused("nothing changed");
      }
      reset();
      byHand(Draft.creation(migration.to(), RandomMigration.LABELS), Integer.MAX_VALUE, "creation");
      Catalog to = CatalogReader.read(connection);
      reset();
      inSteps(migration.create().sql(), "create");
      Catalog from = CatalogReader.read(connection);
      if (seed % 3 > 0) {
        fill();
      }
      List<String> whatStays = data(false, true);
      List<String> whatReturns = data(true, true);
      String sql = migration.migrate().sql();
      String undo = migration.migrate().undo().orElseThrow();
      attempt(sql, "migrate");
      assertSame(to, "migrated and freshly created");
      assertEquals(whatStays, data(false, false), "rows after the migration");
      byHand(sql, Integer.MAX_VALUE, "again");
      assertSame(to, "run again by hand");
      assertEquals(whatStays, data(false, false), "rows after running it again");
      attempt(undo, "undo");
      assertSame(from, "undone");
      assertEquals(whatReturns, data(true, true), "rows after the undo");
      byHand(undo, Integer.MAX_VALUE, "undo again");
      assertSame(from, "undone again by hand");
      assertEquals(whatReturns, data(true, true), "rows after the second undo");
      List<Integer> parts =
          new ArrayList<>(IntStream.range(1, statements(sql).size()).boxed().toList());
      Collections.shuffle(parts, new Random(seed));
      for (int part : parts.subList(0, Math.min(parts.size(), PREFIXES))) {
        reset();
        inSteps(migration.create().sql(), "create");
        for (String row : rows) {
          statement.execute(row);
        }
        byHand(sql, part, "part");
        byHand(sql, Integer.MAX_VALUE, "after statement " + part);
        assertSame(to, "interrupted after statement " + part);
        assertEquals(whatStays, data(false, false), "rows, interrupted after " + part);
      }
    }

    private void reset() throws SQLException {
      statement.execute("DROP SCHEMA IF EXISTS here CASCADE");
      statement.execute("CREATE SCHEMA here");
      statement.execute("SET search_path = here");
    }

    private void assertSame(Catalog expected, String when) {
      Catalog found = CatalogReader.read(connection);
      assertEquals(List.of(), Catalog.differences(expected, found), when);
      assertEquals(expected, found, when);
    }

    /** The rows may stand in the way of it. */
    private void attempt(String script, String what) throws SQLException {
      try {
        inSteps(script, what);
      } catch (Failed e) {
        String state = e.state;
        if (!rows.isEmpty()
            && (state.startsWith("22")
                || state.startsWith("23")
                || e.getCause().getMessage().contains("Find them with"))) {
          throw new Refused(what + " " + state);
        }
        throw e;
      }
    }

    private void inSteps(String script, String what) throws SQLException {
      for (SqlScript.Step step : SqlScript.parse(script).steps()) {
        connection.setAutoCommit(!step.inTransaction());
        try {
          for (SqlScript.Statement part : step.statements()) {
            execute(part, what);
          }
          if (step.inTransaction()) {
            connection.commit();
          }
        } finally {
          if (step.inTransaction()) {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        }
      }
    }

    private void byHand(String script, int count, String what) throws SQLException {
      for (SqlScript.Statement part : statements(script).stream().limit(count).toList()) {
        execute(part, what);
      }
    }

    private void execute(SqlScript.Statement part, String what) {
      try {
        statement.execute(part.sql());
      } catch (SQLException e) {
        throw new Failed(
            what + ", line " + part.line() + ": " + e.getMessage() + "\n" + part.sql(), e);
      }
    }

    private static List<SqlScript.Statement> statements(String script) {
      return SqlScript.parse(script).steps().stream()
          .flatMap(step -> step.statements().stream())
          .toList();
    }

    /** Some rows in each table, as many as its rules let in. */
    private void fill() {
      Values values = new Values(migration.from());
      for (int pass = 0; pass < 2; pass++) {
        for (Table table : migration.from().tables()) {
          for (int place = 1; place <= 4; place++) {
            insert(table, place + pass * 4, pass, values);
          }
        }
      }
    }

    private void insert(Table table, int place, int pass, Values values) {
      List<String> names = new ArrayList<>();
      List<String> row = new ArrayList<>();
      for (Column column : table.columns()) {
        if (column.isGenerated()) {
          continue;
        }
        names.add(column.name().quoted());
        if (column.defaultValue() instanceof Default.Identity) {
          // Not from the sequence, which a refused row would advance, too.
          row.add(Integer.toString(place));
        } else {
          boolean references =
              table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
          boolean empty =
              column.nullable() && (references ? pass == 0 : (place + names.size() - 1) % 3 == 0);
          row.add(empty ? "NULL" : values.at(column.type(), references ? place - 4 * pass : place));
        }
      }
      String sql = "INSERT INTO " + table.name().quoted()
          + (names.isEmpty()
              ? " DEFAULT VALUES"
              : " (" + String.join(", ", names) + ") OVERRIDING SYSTEM VALUE VALUES ("
                  + String.join(", ", row) + ")");
      try {
        statement.execute(sql);
        rows.add(sql);
      } catch (SQLException refused) {
        // Its keys and checks are random, too.
        assertTrue(refused.getSQLState().startsWith("23"), refused.getMessage() + "\n" + sql);
      }
    }

    /** The rows of each table, without the columns whose values may change. */
    private List<String> data(boolean returning, boolean first) throws SQLException {
      List<String> data = new ArrayList<>();
      for (Table table : migration.from().tables()) {
        List<ColumnName> columns = new ArrayList<>();
        for (Column column : table.columns()) {
          ColumnName old = new ColumnName(table.name(), column.name());
          migration
              .now(old)
              .ifPresentOrElse(
                  now -> {
                    if (!migration.isTransformed(old, now)) {
                      columns.add(first ? old : now);
                    }
                  },
                  () -> {
                    if (returning && !migration.isPurged(old)) {
                      columns.add(old);
                    }
                  });
        }
        if (!columns.isEmpty() && !migration.isShortened(table, returning)) {
          data.add(table.name() + ": " + read(columns));
        }
      }
      return data;
    }

    private List<String> read(List<ColumnName> columns) throws SQLException {
      List<String> list = columns.stream()
          .map(c -> c.column().quoted() + "::text COLLATE \"C\"")
          .toList();
      QualifiedName table = columns.get(0).table();
      List<String> found = new ArrayList<>();
      try (ResultSet result = statement.executeQuery("SELECT concat_ws('|', coalesce("
          + String.join(", '-'), coalesce(", list) + ", '-')) FROM " + table.quoted()
          + " ORDER BY 1")) {
        while (result.next()) {
          found.add(result.getString(1));
        }
      }
      return found;
    }
  }

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String state;

    Failed(String message, SQLException cause) {
      super(message, cause);
      this.state = String.valueOf(cause.getSQLState());
    }
  }
}
