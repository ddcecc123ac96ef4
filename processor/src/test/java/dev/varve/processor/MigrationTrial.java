package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.ddl.LockMeter;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Role;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.verify.Expectation;
import dev.varve.runtime.verify.Verification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One migration on a real server: forth, back, again, and interrupted anywhere. */
final class MigrationTrial {
  /** How a statement begins that compares what is there with what was meant, and nothing else. */
  private static final String CHECK = "DO $varve$\nDECLARE\n  differing text;";

  private static final Pattern IN = Pattern.compile("IN \\(([^)]*)\\)");
  private static final Catalog NOTHING = new Catalog(Schema.EMPTY, List.of());

  private final Connection connection;
  private final Statement statement;
  private final RandomMigration migration;
  private final long seed;
  private final List<String> rows = new ArrayList<>();
  private final Set<QualifiedName> filled = new HashSet<>();

  MigrationTrial(Connection connection, Statement statement, RandomMigration migration, long seed) {
    this.connection = connection;
    this.statement = statement;
    this.migration = migration;
    this.seed = seed;
  }

  /** The catalogue is small here: its queries are dearer to plan than to run in any order. */
  static void planQuickly(Statement statement) throws SQLException {
    statement.execute("SET join_collapse_limit = 1; SET from_collapse_limit = 1");
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

  /** The tables of the first schema that got rows. */
  Set<QualifiedName> filled() {
    return filled;
  }

  /**
   * Runs it.
   *
   * @param interruptions the most statements after which it is interrupted
   */
  void run(boolean withRows, int interruptions) throws SQLException {
    if (migration.changes().isEmpty()) {
      throw new Refused("nothing changed");
    }
    reset();
    byHand(Draft.creation(migration.to(), RandomMigration.LABELS), Integer.MAX_VALUE, "creation");
    SortedMap<Name, Catalog> to = catalogs();
    reset();
    inSteps(migration.create().sql(), "create");
    SortedMap<Name, Catalog> from = catalogs();
    if (withRows) {
      fill();
    }
    List<String> whatStays = data(false, true);
    List<String> whatReturns = data(true, true);
    String sql = migration.migrate().sql();
    String undo = migration.migrate().undo().orElseThrow();
    attempt(sql, "migrate");
    assertSame(to, "migrated and freshly created");
    assertNoDrift(migration.to());
    assertEquals(whatStays, data(false, false), "rows after the migration");
    byHand(sql, Integer.MAX_VALUE, "again");
    assertSame(to, "run again by hand");
    assertEquals(whatStays, data(false, false), "rows after running it again");
    attempt(undo, "undo");
    assertSame(from, "undone");
    if (seed % 3 == 0) {
      assertNoDrift(migration.from());
    }
    assertEquals(whatReturns, data(true, true), "rows after the undo");
    byHand(undo, Integer.MAX_VALUE, "undo again");
    assertSame(from, "undone again by hand");
    assertEquals(whatReturns, data(true, true), "rows after the second undo");
    List<Integer> parts =
        new ArrayList<>(IntStream.range(1, statements(sql).size()).boxed().toList());
    Collections.shuffle(parts, new Random(seed));
    for (int part : parts.subList(0, Math.min(parts.size(), interruptions))) {
      interrupt(sql, part);
      assertSame(to, "interrupted after statement " + part);
      assertEquals(whatStays, data(false, false), "rows, interrupted after " + part);
    }
    purge(to);
  }

  private void interrupt(String sql, int part) throws SQLException {
    restore();
    try {
      byHand(sql, part, "part");
      byHand(sql, Integer.MAX_VALUE, "after statement " + part);
    } catch (Failed e) {
      // What random values fill a column with may fit its rules once, and not the next time.
      if (e.state.startsWith("23") && migration.isFilledByChance()) {
        throw new Refused("interrupted " + e.state);
      }
      throw e;
    }
  }

  /** What was parked goes for good. */
  private void purge(SortedMap<Name, Catalog> to) throws SQLException {
    if (migration.purge().isEmpty()) {
      return;
    }
    restore();
    inSteps(migration.migrate().sql(), "migrate");
    List<String> whatStays = data(false, false);
    String sql = migration.purge().get().sql();
    inSteps(sql, "purge");
    assertSame(to, "purged");
    assertEquals(List.of(), parked(), "after a purge");
    byHand(sql, Integer.MAX_VALUE, "purge again");
    assertSame(to, "purged again by hand");
    assertEquals(whatStays, data(false, false), "rows after a purge");
    byHand(migration.purge().get().undo().orElseThrow(), Integer.MAX_VALUE, "undo of a purge");
    assertSame(to, "purge undone");
  }

  /** What of our tables is parked. */
  private List<String> parked() throws SQLException {
    List<String> parked = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("""
        SELECT relname FROM pg_class
        WHERE relname LIKE 'varve\\_parked\\_%' AND relkind IN ('r', 'p')
        UNION ALL
        SELECT attrelid::regclass || '.' || attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE attname LIKE 'varve\\_parked\\_%' AND NOT attisdropped AND relkind IN ('r', 'p')
        """)) {
      while (row.next()) {
        parked.add(row.getString(1));
      }
    }
    return parked;
  }

  private void reset() throws SQLException {
    for (String schema : schemas()) {
      statement.execute("DROP SCHEMA " + schema + " CASCADE");
    }
    Stream.of(migration.from(), migration.to())
        .flatMap(schema -> schema.objects().stream())
        .filter(Role.class::isInstance)
        .map(role -> ((Role) role).name().quoted())
        .distinct()
        .forEach(this::dropRole);
    statement.execute("CREATE SCHEMA here");
    statement.execute("SET search_path = here");
  }

  /** The first schema with its rows, once more. */
  private void restore() throws SQLException {
    reset();
    connection.setAutoCommit(false);
    for (SqlScript.Statement part : statements(migration.create().sql())) {
      // What a check found right the first time, it finds right again.
      if (!part.sql().startsWith(CHECK)) {
        execute(part, "create once more");
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    for (String row : rows) {
      statement.execute(row);
    }
  }

  private List<String> schemas() throws SQLException {
    List<String> schemas = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("""
        SELECT quote_ident(nspname) FROM pg_namespace
        WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
        """)) {
      while (row.next()) {
        schemas.add(row.getString(1));
      }
    }
    return schemas;
  }

  private void dropRole(String role) {
    try {
      statement.execute("DROP ROLE IF EXISTS " + role);
    } catch (SQLException e) {
      throw new Failed("DROP ROLE " + role, e);
    }
  }

  /** As the applier would look, with what is parked still there. */
  private void assertNoDrift(Schema model) throws SQLException {
    Expectation expected = new Expectation(
        statements(Draft.creation(model, RandomMigration.LABELS)).stream()
            .map(SqlScript.Statement::sql)
            .toList(),
        List.of(),
        model,
        Optional.empty(),
        List.of());
    connection.setAutoCommit(false);
    try {
      NoDrift.isIn(Verification.run(connection, "here", expected, false));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private SortedMap<Name, Catalog> catalogs() {
    return CatalogReader.readAll(connection);
  }

  private void assertSame(SortedMap<Name, Catalog> expected, String when) {
    SortedMap<Name, Catalog> found = catalogs();
    // A schema and an extension stay for what is parked in the one and uses the other.
    found
        .entrySet()
        .removeIf(
            entry -> !expected.containsKey(entry.getKey()) && entry.getValue().equals(NOTHING));
    found.replaceAll((schema, catalog) -> expected.containsKey(schema)
        ? new Catalog(
            catalog.schema(),
            catalog.others().stream()
                .filter(other -> !other.kind().equals("extension")
                    || expected.get(schema).others().contains(other))
                .toList())
        : catalog);
    assertEquals(expected.keySet(), found.keySet(), when);
    expected.forEach((schema, catalog) ->
        assertEquals(List.of(), Catalog.differences(catalog, found.get(schema)), when));
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
        row.add(
            empty ? "NULL" : value(table, column, references ? place - 4 * pass : place, values));
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
      filled.add(table.name());
    } catch (SQLException refused) {
      // Its keys and checks are random, too.
      assertTrue(refused.getSQLState().startsWith("23"), refused.getMessage() + "\n" + sql);
    }
  }

  /** One that the partitions and the checks take, where they say texts, and rising otherwise. */
  private static String value(Table table, Column column, int place, Values values) {
    Stream<String> partitions = table.partitions().stream()
        .filter(partition -> table.partitioning().orElseThrow().mentions(column.name()))
        .map(Partition::bounds)
        .filter(PartitionBounds.In.class::isInstance)
        .flatMap(bounds -> ((PartitionBounds.In) bounds).values().stream());
    List<Constraint.Check> checks = table.constraints().stream()
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast)
        .filter(check -> check.mentions(column.name()))
        .toList();
    Stream<String> lists = checks.stream()
        .map(check -> IN.matcher(check.expression()))
        .filter(Matcher::find)
        .flatMap(list -> Stream.of(list.group(1).split(", ")));
    List<String> texts = Stream.concat(partitions, lists)
        .filter(value -> value.startsWith("'") && !value.startsWith("'v"))
        .toList();
    // A check that is not inherited says that one column is less than the next.
    boolean rises = checks.stream().anyMatch(Constraint.Check::noInherit);
    return texts.isEmpty()
        ? values.at(
            column.type(), rises ? Math.min(9, place + table.columns().indexOf(column)) : place)
        : texts.get(place % texts.size());
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
                  if (returning && !migration.isPurged(old) && !isOfPurged(table, column)) {
                    columns.add(old);
                  }
                });
      }
      if (!columns.isEmpty() && !migration.isShortened(table, returning)) {
        data.add(table.name() + ": " + read(columns, first && !returning));
      }
    }
    return data;
  }

  /** Whether it is computed, perhaps of values that are gone for good. */
  private boolean isOfPurged(Table table, Column column) {
    return column.isGenerated()
        && table.columns().stream()
            .anyMatch(other -> migration.isPurged(new ColumnName(table.name(), other.name())));
  }

  /**
   * Each row as a text.
   *
   * @param renamed whether texts that get another name have it already
   */
  private List<String> read(List<ColumnName> columns, boolean renamed) throws SQLException {
    List<String> list = columns.stream()
        .map(c -> (renamed ? texts(c) : c.column().quoted() + "::text") + " COLLATE \"C\"")
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

  /** The value of a column, with the new names of texts for the old ones. */
  private String texts(ColumnName first) {
    boolean list =
        migration.from().column(first).orElseThrow().type() instanceof ColumnType.ArrayOf;
    String type = list ? "::text[]" : "::text";
    String value = first.column().quoted();
    Map<String, String> olds = migration
        .now(first)
        .map(now -> migration.marks().renamedTexts().getOrDefault(now, Map.of()))
        .orElse(Map.of());
    for (Map.Entry<String, String> text : olds.entrySet()) {
      value = (list ? "array_replace(" : "replace(") + value + type + ", "
          + Values.quoted(text.getValue()) + ", " + Values.quoted(text.getKey()) + ")";
    }
    return value + "::text";
  }

  /** The rows do not allow the change, and Varve says so in the file. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
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
