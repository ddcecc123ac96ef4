package dev.varve.runtime.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.schema.Column;
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
import dev.varve.runtime.schema.TypeJson;
import dev.varve.runtime.schema.TypeText;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void everyTypeOfTheModelIsRead() throws SQLException {
    database.execute("""
        CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'Happy');
        ALTER TYPE mood ADD VALUE 'so so' BEFORE 'Happy';
        CREATE TABLE t (
          a boolean, b smallint, c integer NOT NULL, d bigint, e real, f double precision,
          g numeric, h text, i uuid, j bytea, k date, l time, m timestamp, n timestamptz,
          o jsonb, p varchar(255), q numeric(10, 2), r mood, s text[], u mood[], v varchar(3)[],
          w numeric(5)[], x integer[][]);
        """);

    Catalog catalog = read();

    assertEquals(List.of(), catalog.others());
    assertEquals(
        List.of(new EnumType(
            QualifiedName.of("mood"), "", List.of("sad", "it's ok", "so so", "Happy"))),
        catalog.schema().enums());
    assertEquals(
        "boolean, smallint, integer, bigint, real, double precision, numeric, text, uuid, bytea,"
            + " date, time, timestamp, timestamptz, jsonb, varchar(255), numeric(10, 2), mood,"
            + " text[], mood[], varchar(3)[], numeric(5, 0)[], integer[]",
        String.join(
            ", ",
            catalog.schema().tables().get(0).columns().stream()
                .map(column -> column.type().sql())
                .toList()));
    assertEquals(
        List.of("c"),
        catalog.schema().tables().get(0).columns().stream()
            .filter(column -> !column.nullable())
            .map(column -> column.name().value())
            .toList());
  }

  @Test
  void defaultsConstraintsAndIndexesAreRead() throws SQLException {
    database.execute("""
        CREATE TABLE groups (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
        CREATE TABLE users (
          id uuid DEFAULT gen_random_uuid(),
          "E mail" varchar(255) NOT NULL DEFAULT 'a''b',
          age integer,
          group_id bigint REFERENCES groups ON DELETE CASCADE,
          boss uuid,
          deleted_at timestamptz,
          CONSTRAINT users_pkey PRIMARY KEY (id),
          CONSTRAINT "users E" UNIQUE ("E mail", age),
          CONSTRAINT grown_up CHECK (age > 18),
          CONSTRAINT boss_fk FOREIGN KEY (boss) REFERENCES users ON UPDATE RESTRICT
            ON DELETE SET NULL);
        CREATE INDEX users_age ON users (age, id) WHERE deleted_at IS NULL AND age IN (1, 2);
        CREATE UNIQUE INDEX users_age_u ON users (age);
        """);

    Catalog catalog = read();

    assertEquals(List.of(), catalog.others());
    Table users = catalog.schema().table(QualifiedName.of("users")).orElseThrow();
    assertEquals(
        List.of(
            new Column(
                new Name("id"), Scalar.UUID, false, new Default.Expression("gen_random_uuid()")),
            new Column(
                new Name("E mail"),
                new ColumnType.Varchar(255),
                false,
                new Default.Expression("'a''b'::character varying")),
            new Column(new Name("age"), Scalar.INTEGER, true, new Default.None()),
            new Column(new Name("group_id"), Scalar.BIGINT, true, new Default.None()),
            new Column(new Name("boss"), Scalar.UUID, true, new Default.None()),
            new Column(new Name("deleted_at"), Scalar.TIMESTAMPTZ, true, new Default.None())),
        users.columns());
    assertEquals(
        List.of(
            new Constraint.ForeignKey(
                new Name("boss_fk"),
                List.of(new Name("boss")),
                QualifiedName.of("users"),
                List.of(new Name("id")),
                Constraint.Action.SET_NULL,
                Constraint.Action.RESTRICT),
            new Constraint.Check(new Name("grown_up"), "(age > 18)"),
            new Constraint.Unique(
                new Name("users E"), List.of(new Name("E mail"), new Name("age"))),
            new Constraint.ForeignKey(
                new Name("users_group_id_fkey"),
                List.of(new Name("group_id")),
                QualifiedName.of("groups"),
                List.of(new Name("id")),
                Constraint.Action.CASCADE,
                Constraint.Action.NO_ACTION),
            new Constraint.PrimaryKey(new Name("users_pkey"), List.of(new Name("id")))),
        users.constraints());
    assertEquals(
        List.of(
            new Index(
                new Name("users_age"),
                List.of(new Name("age"), new Name("id")),
                false,
                Optional.of("((deleted_at IS NULL) AND (age = ANY (ARRAY[1, 2])))")),
            new Index(new Name("users_age_u"), List.of(new Name("age")), true, Optional.empty())),
        users.indexes());
    assertEquals(
        List.of(new Column(new Name("id"), Scalar.BIGINT, false, new Default.Identity())),
        catalog.schema().table(QualifiedName.of("groups")).orElseThrow().columns());
  }

  @Test
  void whatIsVarvesOwnIsPassedOver() throws SQLException {
    database.execute("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (id int PRIMARY KEY, a text)");
    Catalog before = read();
    database.execute("""
        CREATE TABLE varve_history (id serial PRIMARY KEY, name text UNIQUE);
        CREATE INDEX ON varve_history (name);
        CREATE TYPE varve_parked_e AS ENUM ('a');
        CREATE TABLE varve_parked_t (id serial PRIMARY KEY, e varve_parked_e, t int REFERENCES t);
        ALTER TABLE t
          ADD COLUMN varve_parked_c bigserial,
          ADD COLUMN varve_parked_i int GENERATED BY DEFAULT AS IDENTITY,
          ADD COLUMN varve_parked_inet inet,
          ADD CONSTRAINT varve_parked_ck CHECK (varve_parked_c > 0),
          ADD CONSTRAINT varve_parked_u UNIQUE (varve_parked_c);
        CREATE INDEX varve_parked_ix ON t (lower(a));
        CREATE FUNCTION varve_parked_f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE TRIGGER varve_parked_tr AFTER INSERT ON t
          FOR EACH ROW EXECUTE FUNCTION varve_parked_f();
        """);

    assertEquals(List.of(), Catalog.differences(before, read()));
    assertEquals(before, read());
  }

  @Test
  void whatBelongsToAnExtensionIsPassedOverButItsTypesAreNot() throws SQLException {
    database.execute("CREATE TABLE t (id int PRIMARY KEY)");
    Catalog before = read();
    database.execute("CREATE EXTENSION citext; CREATE EXTENSION pg_stat_statements");
    assertEquals(List.of(), Catalog.differences(before, read()));

    database.execute("ALTER TABLE t ADD COLUMN c citext");
    assertEquals(List.of(), read().others());
    assertEquals(
        "citext", read().schema().tables().get(0).columns().get(1).type().sql());
  }

  @Test
  void everyBuiltInTypeIsReadAsItWasWritten() throws SQLException {
    List<ColumnType> types = new ArrayList<>(List.of(Scalar.values()));
    for (ColumnType.Sized.Kind kind : ColumnType.Sized.Kind.values()) {
      types.add(new ColumnType.Sized(kind, 1));
      types.add(new ColumnType.Sized(kind, 6));
    }
    for (String other : List.of(
        "interval(3)",
        "interval year to month",
        "interval day",
        "interval day to second",
        "interval minute to second(0)",
        "numeric(1000, -1000)",
        "numeric(3, 1000)",
        "varchar(10485760)",
        "regclass",
        "pg_catalog.\"char\"")) {
      types.add(TypeText.parse(other));
    }
    List.copyOf(types).forEach(type -> types.add(new ColumnType.ArrayOf(type)));
    StringBuilder sql = new StringBuilder("CREATE TABLE t (id integer");
    types.forEach(type -> sql.append(", c" + sql.length() + " " + type.sql()));
    database.execute(sql + ")");

    Catalog catalog = read();

    assertEquals(List.of(), catalog.others());
    List<ColumnType> read = catalog.schema().tables().get(0).columns().stream()
        .skip(1)
        .map(Column::type)
        .toList();
    assertEquals(types, read);
    assertEquals(types, read.stream().map(TypeJson::write).map(TypeJson::type).toList());
  }

  @Test
  void typesThatHaveNamesInTheDatabaseAreReadByThem() throws SQLException {
    database.execute("""
        CREATE EXTENSION hstore;
        CREATE SCHEMA "Far";
        CREATE DOMAIN email AS text;
        CREATE DOMAIN "Far"."E mail" AS text;
        CREATE TYPE "Far".pair AS (x int, y int);
        CREATE TYPE span AS RANGE (SUBTYPE = float8);
        CREATE TABLE t (
          a hstore, b email, c email[], d "Far"."E mail", e "Far".pair[], f span, g span_multirange
        );
        """);

    Catalog catalog = read();

    assertEquals(
        List.of(
            "hstore",
            "email",
            "email[]",
            "\"Far\".\"E mail\"",
            "\"Far\".pair[]",
            "span",
            "span_multirange"),
        catalog.schema().tables().get(0).columns().stream()
            .map(column -> column.type().sql())
            .toList());
  }

  @Test
  void theSameSqlInTwoSchemasGivesEqualCatalogues() throws SQLException {
    database.execute("CREATE EXTENSION citext; CREATE SCHEMA one; CREATE SCHEMA \"Two \"\"2\"\"\"");
    for (String schema : List.of("one", "\"Two \"\"2\"\"\"", "public")) {
      database.execute("SET search_path = " + schema + ", public; " + EVERYTHING);
    }
    try (Connection connection = database.connect()) {
      Catalog one = CatalogReader.read(connection, new Name("one"));
      Catalog two = CatalogReader.read(connection, new Name("Two \"2\""));
      Catalog main = CatalogReader.read(connection);

      assertEquals(List.of(), Catalog.differences(one, two));
      assertEquals(List.of(), Catalog.differences(one, main));
      assertEquals(one, two);
      assertEquals(one, main);
      Table events = one.schema().table(QualifiedName.of("events")).orElseThrow();
      assertEquals(
          List.of("events_1 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"),
          events.partitions().stream()
              .map(p -> p.name() + " " + p.bounds().sql())
              .toList());
      assertEquals(
          "PARTITION BY RANGE (at)", events.partitioning().orElseThrow().sql());
      assertEquals(1, events.indexes().size());
      assertTrue(one.others().size() > 20, () -> one.others().toString());
    }
  }

  private static final String EVERYTHING = """
      CREATE TYPE status AS ENUM ('new', 'done');
      CREATE TYPE pair AS (x integer, y text COLLATE "C");
      CREATE DOMAIN positive AS integer DEFAULT 1 CHECK (VALUE > 0);
      CREATE TYPE span AS RANGE (SUBTYPE = float8);
      CREATE SEQUENCE numbers INCREMENT 2;
      CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
      CREATE PROCEDURE nothing() LANGUAGE sql AS '';
      CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq);
      CREATE TABLE users (
        id serial PRIMARY KEY,
        status status DEFAULT 'new' CHECK (status <> 'done'),
        doubled integer DEFAULT twice(2),
        name citext,
        amount positive,
        both_names text GENERATED ALWAYS AS ('x' || 'y') STORED,
        by_hand integer GENERATED BY DEFAULT AS IDENTITY,
        later integer GENERATED ALWAYS AS IDENTITY (START 5));
      CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
      CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')
        PARTITION BY LIST (id);
      CREATE INDEX events_at ON events (at);
      CREATE TABLE child (note text) INHERITS (users);
      CREATE VIEW names AS SELECT id, status FROM users;
      CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n FROM users;
      CREATE INDEX counts_n ON counts (n);
      CREATE INDEX users_twice ON users ((doubled * 2)) WHERE twice(doubled) > 2;
      CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
      CREATE RULE quiet AS ON DELETE TO child DO INSTEAD NOTHING;
      CREATE POLICY own ON users USING (doubled = twice(1));
      ALTER TABLE users ENABLE ROW LEVEL SECURITY;
      CREATE STATISTICS together (dependencies) ON status, doubled FROM users;
      """;

  @Test
  void theConnectionIsLeftAsItWas() throws SQLException {
    database.execute("CREATE SCHEMA other; CREATE TABLE public.t (id int)");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = other, public");
      assertEquals(Schema.EMPTY, CatalogReader.read(connection).schema());
      assertTrue(connection.getAutoCommit());
      assertEquals("other, public", searchPath(statement));

      connection.setAutoCommit(false);
      statement.execute("CREATE TABLE mine (id int)");
      assertEquals(
          List.of(QualifiedName.of("mine")),
          CatalogReader.read(connection).schema().tables().stream()
              .map(Table::name)
              .toList());
      assertEquals("other, public", searchPath(statement));
      connection.commit();
      assertEquals("other, public", searchPath(statement));
    }
  }

  @Test
  void aSchemaThatIsNotThereIsAnError() throws SQLException {
    try (Connection connection = database.connect()) {
      CatalogException error = assertThrows(
          CatalogException.class, () -> CatalogReader.read(connection, new Name("x y")));
      assertEquals("There is no schema x y", error.getMessage());
      assertTrue(connection.getAutoCommit());
    }
  }

  @Test
  void differencesNameEachPart() throws SQLException {
    database.execute("""
        CREATE SCHEMA a;
        CREATE TYPE a.mood AS ENUM ('x');
        CREATE TABLE a.gone (id int PRIMARY KEY);
        CREATE TABLE a.t (id int PRIMARY KEY, email varchar(255) NOT NULL, old text);
        CREATE INDEX i ON a.t (email);
        CREATE SCHEMA b;
        CREATE TYPE b.mood AS ENUM ('x', 'y');
        CREATE TABLE b.t (email text DEFAULT '', id int PRIMARY KEY, "New" a.mood);
        CREATE INDEX i ON b.t (email DESC);
        """);
    try (Connection connection = database.connect()) {
      Catalog a = CatalogReader.read(connection, new Name("a"));
      Catalog b = CatalogReader.read(connection, new Name("b"));

      assertNotEquals(a, b);
      assertEquals(
          List.of(
              "column t.\"New\" is not expected: a.mood",
              "column t.email is text DEFAULT ''::text, expected varchar(255) NOT NULL",
              "column t.old is missing: text",
              "enum mood is ('x', 'y'), expected ('x')",
              "index t.i is (email DESC), expected (email)",
              "table gone is missing"),
          Catalog.differences(a, b));
    }
  }

  private Catalog read() throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.read(connection);
    }
  }

  private static String searchPath(Statement statement) throws SQLException {
    try (java.sql.ResultSet result = statement.executeQuery("SHOW search_path")) {
      result.next();
      return result.getString(1);
    }
  }
}
