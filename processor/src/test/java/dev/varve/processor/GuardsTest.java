package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.read.Marks;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Timing;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A guard never lies: where an object of the name is there in another shape, the script stops and
 * names it; where it is there as it should be, the script passes.
 */
class GuardsTest {
  private static final Marks NO_MARKS =
      new Marks(Map.of(), Map.of(), List.of(), Map.of(), Map.of());
  private static final QualifiedName T = QualifiedName.of("t");
  private static final ColumnType MOOD = new ColumnType.Enumerated(QualifiedName.of("mood"));

  private static final Table BARE = table(
      "t",
      List.of(
          column("id", Scalar.BIGINT, false),
          column("a", Scalar.TEXT, true),
          new Column(new Name("b"), Scalar.INTEGER, false, new Default.Expression("7"))),
      List.of(new Constraint.PrimaryKey(new Name("t_pkey"), names("id"))));
  private static final Table WITH_CHECK = with(BARE, check("b > 0"));
  private static final Table OTHER = table(
      "u",
      List.of(column("id", Scalar.BIGINT, false), column("t_id", Scalar.BIGINT, true)),
      List.of(new Constraint.PrimaryKey(new Name("u_pkey"), names("id"))));
  private static final String CREATED =
      "CREATE TABLE t (id bigint CONSTRAINT t_pkey PRIMARY KEY, a text, b integer NOT NULL DEFAULT 7";

  private static TestDatabase database;

  /**
   * Something made by hand before a migration runs.
   *
   * @param stops what the message says; empty if the migration passes
   */
  private record Before(String sql, Optional<String> stops) {
    static Before stops(String sql, String message) {
      return new Before(sql, Optional.of(message));
    }

    static Before passes(String sql) {
      return new Before(sql, Optional.empty());
    }
  }

  @BeforeAll
  static void start() {
    database = TestServer.newDatabase();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> createTable() {
    Schema to = schema(WITH_CHECK.withIndexes(List.of(index("t_a", "a", false, ""))));
    String named = "another shape than this migration makes: ";
    return tests(
        Schema.EMPTY,
        to,
        NO_MARKS,
        Before.passes(CREATED + ", CONSTRAINT t_b CHECK (b > 0))"),
        Before.passes("CREATE TABLE t (b integer DEFAULT 7 NOT NULL, a text, id bigint CONSTRAINT"
            + " t_pkey PRIMARY KEY, CONSTRAINT t_b CHECK ((b) > 0)); CREATE INDEX t_a ON t (a)"),
        Before.stops(CREATED + ")", "constraint t_b of t"),
        Before.stops(CREATED + ", CONSTRAINT t_b CHECK (b > 1))", "constraint t_b of t"),
        Before.stops(CREATED + ", c text, CONSTRAINT t_b CHECK (b > 0))", named + "column t.c"),
        Before.stops(CREATED + ", UNIQUE (a), CONSTRAINT t_b CHECK (b > 0))", "t_a_key"),
        Before.stops(
            "CREATE TABLE t (id bigint CONSTRAINT t_pkey PRIMARY KEY, a text,"
                + " b bigint NOT NULL DEFAULT 7, CONSTRAINT t_b CHECK (b > 0))",
            "column t.b"),
        Before.stops(
            "CREATE TABLE t (id bigint CONSTRAINT t_pkey PRIMARY KEY, a text,"
                + " b integer DEFAULT 7, CONSTRAINT t_b CHECK (b > 0))",
            "column t.b"),
        Before.stops(
            "CREATE TABLE t (id bigint CONSTRAINT t_pkey PRIMARY KEY, a text,"
                + " b integer NOT NULL DEFAULT 8, CONSTRAINT t_b CHECK (b > 0))",
            "column t.b"),
        Before.stops(
            "CREATE TABLE t (id bigint CONSTRAINT t_pkey PRIMARY KEY, a text COLLATE"
                + " \"C\", b integer NOT NULL DEFAULT 7, CONSTRAINT t_b CHECK (b > 0))",
            "column t.a"),
        Before.stops(
            "CREATE TABLE t (id bigint CONSTRAINT other PRIMARY KEY, a text,"
                + " b integer NOT NULL DEFAULT 7, CONSTRAINT t_b CHECK (b > 0))",
            "other"),
        Before.stops(
            "CREATE TABLE t (id bigint NOT NULL, a text, CONSTRAINT t_pkey PRIMARY KEY" + " (id))",
            "t"),
        Before.stops("CREATE VIEW t AS SELECT 1::bigint AS id, ''::text AS a, 7 AS b", "\"t\""),
        Before.stops(
            CREATED + ", CONSTRAINT t_b CHECK (b > 0)); CREATE INDEX t_a ON t (b)",
            "index t_a of t"),
        Before.stops("CREATE TABLE x (a text); CREATE INDEX t_a ON x (a)", "index t_a of t"));
  }

  @TestFactory
  Stream<DynamicTest> createTableOfOneColumn() {
    Schema to = schema(table("t", List.of(column("a", Scalar.TEXT, true)), List.of()));
    return tests(
        Schema.EMPTY,
        to,
        NO_MARKS,
        Before.passes("CREATE TABLE t (a text)"),
        Before.stops("CREATE VIEW t AS SELECT ''::text AS a", "relation t"),
        Before.stops("CREATE MATERIALIZED VIEW t AS SELECT ''::text AS a", "relation t"),
        Before.stops("CREATE TABLE t (a text GENERATED ALWAYS AS ('x') STORED)", "column t.a"),
        Before.stops("CREATE TABLE t (a varchar)", "column t.a"),
        Before.stops("CREATE TABLE t (a text); CREATE UNIQUE INDEX i ON t (a)", "index i of t"));
  }

  @TestFactory
  Stream<DynamicTest> addColumn() {
    Column added = new Column(new Name("c"), Scalar.TEXT, false, new Default.Expression("'x'"));
    Schema to = schema(BARE.withColumns(
        Stream.concat(BARE.columns().stream(), Stream.of(added)).toList()));
    return tests(
        schema(BARE),
        to,
        NO_MARKS,
        Before.passes("ALTER TABLE t ADD c text NOT NULL DEFAULT 'x'"),
        Before.stops("ALTER TABLE t ADD c varchar(9) NOT NULL DEFAULT 'x'", "column t.c"),
        Before.stops("ALTER TABLE t ADD c text NOT NULL DEFAULT 'y'", "column t.c"),
        Before.stops("ALTER TABLE t ADD c text NOT NULL", "column t.c"),
        Before.stops("ALTER TABLE t ADD c text DEFAULT 'x'", "column t.c"),
        Before.stops("ALTER TABLE t ADD c text[]", "column t.c"));
  }

  @TestFactory
  Stream<DynamicTest> indexOfAnExistingTable() {
    Schema to = schema(BARE.withIndexes(List.of(index("t_i", "a", true, "b > 0"))));
    return tests(
        schema(BARE),
        to,
        NO_MARKS,
        Before.passes("CREATE UNIQUE INDEX t_i ON t (a) WHERE (b > 0)"),
        Before.stops("CREATE UNIQUE INDEX t_i ON t (a) WHERE b > 1", "index t_i of t"),
        Before.stops("CREATE UNIQUE INDEX t_i ON t (a)", "index t_i of t"),
        Before.stops("CREATE UNIQUE INDEX t_i ON t (b) WHERE b > 0", "index t_i of t"),
        Before.stops("CREATE UNIQUE INDEX t_i ON t (a DESC) WHERE b > 0", "index t_i of t"),
        Before.stops("CREATE UNIQUE INDEX t_i ON t (a) INCLUDE (b) WHERE b > 0", "index t_i of t"),
        Before.stops(
            "CREATE UNIQUE INDEX t_i ON t (a) NULLS NOT DISTINCT WHERE b > 0", "index t_i of t"),
        Before.stops("CREATE INDEX t_i ON t (a) WHERE b > 0", "index t_i of t"),
        Before.stops("CREATE INDEX t_i ON t USING hash (a) WHERE b > 0", "index t_i of t"),
        Before.stops(
            "CREATE TABLE x (a text, b integer);" + " CREATE UNIQUE INDEX t_i ON x (a) WHERE b > 0",
            "index t_i of t"),
        Before.stops("CREATE TABLE t_i (a text)", "index t_i of t"),
        Before.stops(
            "CREATE UNIQUE INDEX t_i ON t (a) WHERE b > 0; UPDATE pg_index SET"
                + " indisvalid = false WHERE indexrelid = 't_i'::regclass",
            "index t_i of t"));
  }

  @TestFactory
  Stream<DynamicTest> checkOfAnExistingTable() {
    return tests(
        schema(BARE),
        schema(WITH_CHECK),
        NO_MARKS,
        Before.passes("ALTER TABLE t ADD CONSTRAINT t_b CHECK (b > 0)"),
        Before.passes("ALTER TABLE t ADD CONSTRAINT t_b CHECK (b > 0) NOT VALID"),
        Before.passes("CREATE TABLE x (b integer CONSTRAINT t_b CHECK (b > 1))"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_b CHECK (b > 1)", "constraint t_b of t"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_b UNIQUE (b)", "constraint t_b of t"));
  }

  @TestFactory
  Stream<DynamicTest> uniqueKeyOfAnExistingTable() {
    Schema to = schema(with(BARE, new Constraint.Unique(new Name("t_u"), names("a", "b"))));
    return tests(
        schema(BARE),
        to,
        NO_MARKS,
        Before.passes("ALTER TABLE t ADD CONSTRAINT t_u UNIQUE (a, b)"),
        Before.passes("CREATE UNIQUE INDEX t_u ON t (a, b)"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_u UNIQUE (b, a)", "t_u of t"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_u UNIQUE (a)", "t_u of t"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_u UNIQUE (a, b) DEFERRABLE", "t_u of t"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_u CHECK (b > 0)", "constraint t_u of t"),
        Before.stops("CREATE INDEX t_u ON t (a, b)", "index t_u of t"));
  }

  @TestFactory
  Stream<DynamicTest> primaryKeyOfAnExistingTable() {
    Table keyless = BARE.withConstraints(List.of());
    return tests(
        schema(keyless),
        schema(BARE),
        NO_MARKS,
        Before.passes("ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id)"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id, b)", "t_pkey of t"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT t_pkey UNIQUE (id)", "constraint t_pkey of t"),
        Before.stops("ALTER TABLE t ADD PRIMARY KEY (b)", "t_pkey of t"),
        Before.stops("ALTER TABLE t ADD CONSTRAINT other PRIMARY KEY (id)", "\"t\""));
  }

  @TestFactory
  Stream<DynamicTest> foreignKeyOfAnExistingTable() {
    Schema from = schema(BARE, OTHER);
    Schema to = schema(
        BARE,
        with(
            OTHER,
            new Constraint.ForeignKey(
                new Name("u_t"),
                names("t_id"),
                T,
                names("id"),
                Constraint.Action.CASCADE,
                Constraint.Action.NO_ACTION)));
    String add = "ALTER TABLE u ADD CONSTRAINT u_t FOREIGN KEY (t_id) REFERENCES ";
    return tests(
        from,
        to,
        NO_MARKS,
        Before.passes(add + "t ON DELETE CASCADE"),
        Before.passes(add + "t (id) ON DELETE CASCADE NOT VALID"),
        Before.stops(add + "t", "constraint u_t of u"),
        Before.stops(add + "t ON DELETE SET NULL", "constraint u_t of u"),
        Before.stops(add + "t ON DELETE CASCADE ON UPDATE CASCADE", "constraint u_t of u"),
        Before.stops(add + "t ON DELETE CASCADE DEFERRABLE", "constraint u_t of u"),
        Before.stops(add + "t MATCH FULL ON DELETE CASCADE", "constraint u_t of u"),
        Before.stops(add + "u ON DELETE CASCADE", "constraint u_t of u"),
        Before.stops(
            "ALTER TABLE u ADD CONSTRAINT u_t FOREIGN KEY (id) REFERENCES t ON DELETE" + " CASCADE",
            "constraint u_t of u"),
        Before.stops("ALTER TABLE u ADD CONSTRAINT u_t CHECK (id > 0)", "constraint u_t of u"));
  }

  @TestFactory
  Stream<DynamicTest> createEnum() {
    return tests(
        Schema.EMPTY,
        Schema.EMPTY.withEnum(mood("sad", "ok")),
        NO_MARKS,
        Before.passes("CREATE TYPE mood AS ENUM ('sad', 'ok')"),
        Before.stops("CREATE TYPE mood AS ENUM ('ok', 'sad')", "Enum mood"),
        Before.stops("CREATE TYPE mood AS ENUM ('sad')", "Enum mood"),
        Before.stops("CREATE TYPE mood AS ENUM ('sad', 'ok', 'good')", "Enum mood"),
        Before.stops("CREATE TYPE mood AS ENUM ()", "Enum mood"),
        Before.stops("CREATE DOMAIN mood AS text", "Enum mood"),
        Before.stops("CREATE TABLE mood (a text)", "Enum mood"));
  }

  @TestFactory
  Stream<DynamicTest> enumValues() {
    Table user = table("t", List.of(column("m", MOOD, true)), List.of());
    Schema from = schema(user).withEnum(mood("sad", "ok"));
    Schema more = schema(user).withEnum(mood("sad", "fair", "ok"));
    return Stream.concat(
        tests(
            from,
            more,
            NO_MARKS,
            Before.passes("ALTER TYPE mood ADD VALUE 'fair' BEFORE 'ok'"),
            Before.stops("ALTER TYPE mood ADD VALUE 'fair'", "Enum mood"),
            Before.stops("ALTER TYPE mood ADD VALUE 'good'", "Enum mood")),
        tests(
            more,
            from,
            NO_MARKS,
            Before.stops("ALTER TYPE mood ADD VALUE 'good'", "Enum mood"),
            Before.stops("INSERT INTO t VALUES ('fair')", "but 1 rows have it")));
  }

  @TestFactory
  Stream<DynamicTest> renames() {
    Table other = BARE.withName(QualifiedName.of("s"));
    Marks table =
        new Marks(Map.of(QualifiedName.of("s"), "t"), Map.of(), List.of(), Map.of(), Map.of());
    Table column = renamed(BARE, "a", "c");
    Marks columns = new Marks(
        Map.of(), Map.of(new ColumnName(T, new Name("c")), "a"), List.of(), Map.of(), Map.of());
    Table computed = withC(BARE, Scalar.INTEGER, new Default.Generated("b + 1", true));
    Table retyped = withC(other, Scalar.TEXT, new Default.Generated("lower(a)", true));
    Table i = BARE.withIndexes(List.of(index("i", "a", false, "")));
    Table j = BARE.withIndexes(List.of(index("j", "a", false, "")));
    Table constraint = with(BARE, new Constraint.Check(new Name("t_c"), "b > 0"));
    return Stream.of(
            tests(
                schema(BARE),
                schema(other),
                table,
                Before.passes("ALTER TABLE t RENAME TO s"),
                Before.stops("CREATE TABLE s (a text)", "Table t is to be renamed to s"),
                Before.stops("DROP TABLE t; CREATE TABLE s (x text)", "Table t is not there"),
                Before.stops("DROP TABLE t", "\"s\"")),
            tests(
                schema(computed),
                schema(retyped),
                table,
                Before.passes("ALTER TABLE t RENAME TO s; ALTER TABLE s DROP c")),
            tests(
                schema(BARE),
                schema(column),
                columns,
                Before.passes("ALTER TABLE t RENAME a TO c"),
                Before.stops("ALTER TABLE t ADD c text", "Column t.a is to be renamed to t.c"),
                Before.stops(
                    "ALTER TABLE t DROP a; ALTER TABLE t ADD c integer", "Column t.a is not there"),
                Before.stops("ALTER TABLE t DROP a", "Column t.a is not there")),
            tests(
                schema(i),
                schema(j),
                NO_MARKS,
                Before.passes("ALTER INDEX i RENAME TO j"),
                Before.stops("CREATE INDEX j ON t (a)", "Index i is to be renamed to j"),
                Before.stops("DROP INDEX i", "\"i\"")),
            tests(
                schema(WITH_CHECK),
                schema(constraint),
                NO_MARKS,
                Before.passes("ALTER TABLE t RENAME CONSTRAINT t_b TO t_c"),
                Before.stops(
                    "ALTER TABLE t ADD CONSTRAINT t_c CHECK (b > 0)",
                    "Constraint t_b of t is to be renamed to t_c"),
                Before.stops("ALTER TABLE t DROP CONSTRAINT t_b", "\"t_b\"")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> typeChange() {
    Table to = BARE.withColumns(BARE.columns().stream()
        .map(c -> c.name().value().equals("b") ? c.withType(Scalar.BIGINT) : c)
        .toList());
    return tests(
        schema(BARE),
        schema(to),
        NO_MARKS,
        Before.passes("ALTER TABLE t ALTER b TYPE bigint"),
        Before.stops("ALTER TABLE t ALTER b TYPE numeric", "Column t.b is neither"),
        Before.stops("ALTER TABLE t DROP b", "Column t.b is neither"));
  }

  /** The index is built anew, and the server does not drop it under a reference by itself. */
  @TestFactory
  Stream<DynamicTest> typeChangeOfWhatAReferencedKeyIncludes() {
    Table key = with(
        BARE,
        new Constraint.Unique(
            new Name("t_id"), names("id"), names("b"), false, false, Timing.AT_ONCE));
    Table to = key.withColumns(key.columns().stream()
        .map(c -> c.name().value().equals("b") ? c.withType(Scalar.BIGINT) : c)
        .toList());
    Table other = with(
        OTHER,
        new Constraint.ForeignKey(
            new Name("u_t"),
            names("t_id"),
            T,
            names("id"),
            Constraint.Action.NO_ACTION,
            Constraint.Action.NO_ACTION));
    return tests(
        schema(key, other),
        schema(to, other),
        NO_MARKS,
        Before.passes("ALTER TABLE u DROP CONSTRAINT u_t; ALTER TABLE t DROP CONSTRAINT t_pkey;"
            + " ALTER TABLE u ADD CONSTRAINT u_t FOREIGN KEY (t_id) REFERENCES t (id);"
            + " ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id)"));
  }

  @TestFactory
  Stream<DynamicTest> parking() {
    Marks drop =
        new Marks(Map.of(), Map.of(), List.of(new Marks.Drop("t.a", false)), Map.of(), Map.of());
    Table without = BARE.withColumns(
        BARE.columns().stream().filter(c -> !c.name().value().equals("a")).toList());
    String parked = parkedAs(schema(BARE), schema(without), drop);
    Marks dropTable =
        new Marks(Map.of(), Map.of(), List.of(new Marks.Drop("t", false)), Map.of(), Map.of());
    String parkedTable = parkedAs(schema(BARE), Schema.EMPTY, dropTable);
    return Stream.concat(
        tests(
            schema(BARE),
            schema(without),
            drop,
            Before.stops("ALTER TABLE t ADD " + parked + " text", "Column t.a"),
            Before.stops("ALTER TABLE t DROP a", "\"a\"")),
        tests(
            schema(BARE),
            Schema.EMPTY,
            dropTable,
            Before.stops("CREATE TABLE " + parkedTable + " (a text)", "Table t"),
            Before.stops("DROP TABLE t", "\"t\"")));
  }

  private static String parkedAs(Schema from, Schema to, Marks marks) {
    String sql = RandomMigration.of(from, to, marks, Map.of()).migrate().sql();
    return sql.replaceAll("(?s).*stay on disk as (varve_parked_\\w+).*", "$1");
  }

  private static Stream<DynamicTest> tests(Schema from, Schema to, Marks marks, Before... befores) {
    RandomMigration migration = RandomMigration.of(from, to, marks, Map.of());
    return Stream.of(befores)
        .map(before -> DynamicTest.dynamicTest(
            (before.stops().isPresent() ? "stops: " : "passes: ") + before.sql(),
            () -> check(migration, before)));
  }

  private static void check(RandomMigration migration, Before before) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      reset(statement);
      run(statement, Draft.creation(migration.to(), RandomMigration.LABELS));
      Catalog to = CatalogReader.read(connection);
      reset(statement);
      run(statement, migration.create().sql());
      statement.execute(before.sql());
      if (before.stops().isPresent()) {
        SQLException error = assertThrows(
            SQLException.class, () -> run(statement, migration.migrate().sql()));
        assertTrue(
            error.getMessage().contains(before.stops().get()),
            () -> before.stops().get() + " in " + error.getMessage());
      } else {
        run(statement, migration.migrate().sql());
        statement.execute("DROP TABLE IF EXISTS x");
        assertEquals(List.of(), Catalog.differences(to, CatalogReader.read(connection)));
      }
    }
  }

  private static void reset(Statement statement) throws SQLException {
    statement.execute("DROP SCHEMA IF EXISTS here CASCADE");
    statement.execute("CREATE SCHEMA here");
    statement.execute("SET search_path = here");
  }

  private static void run(Statement statement, String script) throws SQLException {
    for (SqlScript.Step step : SqlScript.parse(script).steps()) {
      for (SqlScript.Statement part : step.statements()) {
        statement.execute(part.sql());
      }
    }
  }

  private static Schema schema(Table... tables) {
    return new Schema(List.of(tables), List.of());
  }

  private static Table table(String name, List<Column> columns, List<Constraint> constraints) {
    return new Table(QualifiedName.of(name), "shop.T", columns, constraints, List.of());
  }

  private static Table with(Table table, Constraint constraint) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(constraint);
    return table.withConstraints(constraints);
  }

  private static Table withC(Table table, ColumnType type, Default value) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(new Column(new Name("c"), type, true, value));
    return table.withColumns(columns);
  }

  private static Table renamed(Table table, String from, String to) {
    return table.withColumns(table.columns().stream()
        .map(c -> c.name().value().equals(from) ? c.withName(new Name(to)) : c)
        .toList());
  }

  private static Column column(String name, ColumnType type, boolean nullable) {
    return new Column(new Name(name), type, nullable, new Default.None());
  }

  private static Constraint check(String expression) {
    return new Constraint.Check(new Name("t_b"), expression);
  }

  private static Index index(String name, String column, boolean unique, String where) {
    return new Index(
        new Name(name),
        names(column),
        unique,
        where.isEmpty() ? Optional.empty() : Optional.of(where));
  }

  private static EnumType mood(String... values) {
    return new EnumType(QualifiedName.of("mood"), "shop.Mood", List.of(values));
  }

  private static List<Name> names(String... names) {
    return Stream.of(names).map(Name::new).toList();
  }
}
