package dev.varve.runtime.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table is not built only if nothing of it can be otherwise. */
class SettledTest {
  private static final String SCRIPT = """
      CREATE TYPE mood AS ENUM ('OK', 'BAD');
      CREATE TABLE users (
        id bigint GENERATED ALWAYS AS IDENTITY,
        name varchar(40) DEFAULT 'x' NOT NULL,
        state mood DEFAULT 'OK' NOT NULL,
        upper text GENERATED ALWAYS AS (upper(name)) STORED,
        CONSTRAINT users_pkey PRIMARY KEY (id),
        CONSTRAINT users_name_check CHECK (name IN ('a', 'b', 'x'))
      );
      CREATE INDEX users_lower_idx ON users (lower(name)) WHERE state <> 'BAD';
      COMMENT ON TABLE users IS 'It''s them.';
      COMMENT ON COLUMN users.name IS 'Full';
      CREATE TABLE posts (
        id integer,
        author bigint,
        CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES users (id)
      );
      """;

  private static TestDatabase database;

  @BeforeAll
  static void create() throws SQLException {
    database = TestServer.newDatabase();
    database.execute(SCRIPT);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private static Column column(String name, ColumnType type, boolean nullable, Default value) {
    return new Column(new Name(name), type, nullable, value);
  }

  private static Schema fold() {
    QualifiedName users = QualifiedName.of("users");
    QualifiedName mood = QualifiedName.of("mood");
    Name id = new Name("id");
    Index lower = new Index(
        new Name("users_lower_idx"),
        List.of(IndexKey.parse("lower(name)")),
        false,
        Optional.of("state <> 'BAD'"),
        false,
        List.of(),
        Index.BTREE,
        Map.of(),
        Optional.empty());
    return new Schema(
        List.of(
            new Table(
                users,
                "User",
                List.of(
                    column("id", ColumnType.Scalar.BIGINT, false, new Default.Identity()),
                    column(
                        "name", new ColumnType.Varchar(40), false, new Default.Expression("'x'")),
                    column(
                        "state",
                        new ColumnType.Enumerated(mood),
                        false,
                        new Default.Expression("'OK'")),
                    column(
                        "upper",
                        ColumnType.Scalar.TEXT,
                        true,
                        new Default.Generated("upper(name)", true))),
                List.of(
                    new Constraint.PrimaryKey(new Name("users_pkey"), List.of(id)),
                    new Constraint.Check(new Name("users_name_check"), "name IN ('a', 'b', 'x')")),
                List.of(lower)),
            new Table(
                QualifiedName.of("posts"),
                "Post",
                List.of(
                    column("id", ColumnType.Scalar.INTEGER, true, new Default.None()),
                    column("author", ColumnType.Scalar.BIGINT, true, new Default.None())),
                List.of(new Constraint.ForeignKey(
                    new Name("posts_author_fkey"),
                    List.of(new Name("author")),
                    users,
                    List.of(id),
                    Constraint.Action.NO_ACTION,
                    Constraint.Action.NO_ACTION)),
                List.of())),
        List.of(new EnumType(mood, "Mood", List.of("OK", "BAD"))),
        List.of(
            new TableComment(users, Optional.empty(), "It's them.", "User"),
            new TableComment(users, Optional.of(new Name("name")), "Full", "User")));
  }

  /** What is settled after a change that is undone again. */
  private static Set<String> settled(String change, List<String> byHand) throws SQLException {
    Name home = new Name("public");
    Name standIn = new Name("stand_in");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(change);
      Expectation expectation =
          new Expectation(statements(SCRIPT), byHand, fold(), Optional.empty(), List.of());
      var found = CatalogReader.read(connection, home);
      statement.execute("CREATE SCHEMA stand_in");
      Settled settled = Settled.of(
          Optional.empty(),
          expectation,
          found,
          new Printing(connection, home, home, standIn, 1_000));
      connection.rollback();
      Set<String> names = new TreeSet<>();
      settled.tables().keySet().forEach(name -> names.add(name.value()));
      return names;
    }
  }

  private static List<String> statements(String script) {
    return SqlScript.parse(script).steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(SqlScript.Statement::sql)
        .toList();
  }

  @Test
  void whatIsAsTheModelSaysNeedNotBeBuilt() throws SQLException {
    assertEquals(Set.of("posts", "users"), settled("SELECT", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users ADD age integer",
        "ALTER TABLE users DROP COLUMN upper",
        "ALTER TABLE users ALTER upper TYPE varchar(50)",
        "ALTER TABLE users ALTER name DROP NOT NULL",
        "ALTER TABLE users ALTER name SET DEFAULT 'y'",
        "ALTER TABLE users ALTER name DROP DEFAULT",
        "ALTER TABLE users ALTER state SET DEFAULT 'BAD'",
        "ALTER TABLE users ALTER id SET GENERATED BY DEFAULT",
        "ALTER TABLE users ALTER id SET INCREMENT 2",
        "ALTER TABLE users ALTER name SET STORAGE PLAIN",
        "ALTER TABLE users ALTER name SET STATISTICS 7",
        "ALTER TABLE users DROP CONSTRAINT users_name_check",
        "ALTER TABLE users DROP CONSTRAINT users_name_check, ADD CONSTRAINT users_name_check CHECK (name IN ('a', 'b'))",
        "ALTER TABLE users DROP CONSTRAINT users_name_check, ADD CONSTRAINT users_name_check CHECK (name IN ('a', 'b', 'x')) NOT VALID",
        "ALTER TABLE users ADD CHECK (id > 0)",
        "ALTER TABLE users RENAME CONSTRAINT users_name_check TO users_rule",
        "ALTER TABLE users ADD UNIQUE (name)",
        "ALTER INDEX users_lower_idx RENAME TO users_idx",
        "DROP INDEX users_lower_idx; CREATE INDEX users_lower_idx ON users (lower(name))",
        "DROP INDEX users_lower_idx; CREATE INDEX users_lower_idx ON users (upper(name)) WHERE state <> 'BAD'",
        "DROP INDEX users_lower_idx; CREATE UNIQUE INDEX users_lower_idx ON users (lower(name)) WHERE state <> 'BAD'",
        "ALTER TABLE users SET (fillfactor = 50)",
        "ALTER TABLE users ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE users REPLICA IDENTITY FULL",
        "CREATE RULE none AS ON DELETE TO users DO INSTEAD NOTHING",
        "CREATE POLICY mine ON users",
        "CREATE STATISTICS more ON id, name FROM users",
        "GRANT SELECT ON users TO pg_monitor",
        "GRANT SELECT (name) ON users TO pg_monitor",
        "COMMENT ON TABLE users IS NULL",
        "COMMENT ON TABLE users IS 'Others'",
        "COMMENT ON COLUMN users.id IS 'Others'",
        "COMMENT ON INDEX users_lower_idx IS 'Others'",
        "COMMENT ON CONSTRAINT users_pkey ON users IS 'Others'",
        "CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
      })
  void whatIsOtherwiseIsBuilt(String change) throws SQLException {
    assertEquals(Set.of("posts"), settled(change, List.of()));
  }

  @Test
  void aNameThatOthersShowChangesThemToo() throws SQLException {
    assertEquals(Set.of(), settled("ALTER TABLE users RENAME TO people", List.of()));
    assertEquals(Set.of("posts"), settled("ALTER TYPE mood RENAME TO temper", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users SET (fillfactor = 50)",
        "ALTER INDEX users_lower_idx SET (fillfactor = 50)",
        "CREATE TRIGGER t BEFORE UPDATE ON \"users\" FOR EACH ROW EXECUTE FUNCTION f()",
        "ALTER SEQUENCE users_id_seq INCREMENT 5",
        "ALTER TYPE mood RENAME TO temper",
        "DROP FUNCTION lower(text) CASCADE",
      })
  void whatWasWrittenByHandIsBuilt(String statement) throws SQLException {
    assertEquals(Set.of("posts"), settled("SELECT", List.of(statement)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN PERFORM everything(); END $$",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC",
        "ALTER TABLE users RENAME TO people",
      })
  void whatReachesFurtherMakesAllBeBuilt(String statement) throws SQLException {
    assertEquals(Set.of(), settled("SELECT", List.of(statement)));
  }

  @Test
  void whatIsWrittenByHandOfOthersDoesNotMatter() throws SQLException {
    assertEquals(
        Set.of("posts", "users"),
        settled(
            "SELECT",
            List.of(
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DROP TABLE users; END'",
                "UPDATE users SET name = 'a'",
                "CREATE TABLE log (name text, at timestamptz DEFAULT now())")));
  }
}
