package dev.varve.runtime.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every property of a key, a rule or an index is read into the model, and written out again. */
class KeysReadTest {
  private static TestDatabase database;

  @BeforeAll
  static void create() {
    database = TestServer.newDatabase();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          i ON t (a DESC) | (a DESC)
          i ON t (a NULLS FIRST, b DESC NULLS LAST) | (a NULLS FIRST, b DESC NULLS LAST)
          i ON t (lower(c)) | ((lower(c)))
          i ON t ((a + b), (c <> ')"(')) | (((a + b)), ((c <> ')"('::text)))
          i ON t (a) INCLUDE (b, "D d") | (a) INCLUDE (b, "D d")
          i ON t USING hash (a) | USING hash (a)
          i ON t (c text_pattern_ops) | (c text_pattern_ops)
          i ON t (c COLLATE "C" text_pattern_ops DESC) | (c COLLATE "C" text_pattern_ops DESC)
          i ON t (a) WITH (fillfactor = 50, deduplicate_items = off) | (a) WITH (deduplicate_items = off, fillfactor = 50)
          i ON t USING gin (j jsonb_path_ops) WITH (fastupdate = off) | USING gin (j jsonb_path_ops) WITH (fastupdate = off)
          i ON t USING gist (to_tsvector('simple', c) tsvector_ops (siglen = 100)) | USING gist ((to_tsvector('simple'::regconfig, c)) tsvector_ops (siglen = 100))
          i ON t USING spgist (c) | USING spgist (c)
          i ON t USING brin (a) WITH (pages_per_range = 32) WHERE b > 0 | USING brin (a) WITH (pages_per_range = 32) WHERE (b > 0)
          """)
  void anIndexIsRead(String sql, String expected) throws SQLException {
    assertEquals(expected, read("CREATE INDEX " + sql, 15).indexes().get(0).sql());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          15 | UNIQUE (a) DEFERRABLE
          15 | UNIQUE (a, c) DEFERRABLE INITIALLY DEFERRED
          15 | UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b, "D d") DEFERRABLE
          15 | CHECK ((a > 0)) NO INHERIT
          18 | CHECK ((a > 0)) NO INHERIT NOT ENFORCED
          15 | EXCLUDE USING btree (a WITH =)
          15 | EXCLUDE USING gist ((int4range(a, b)) WITH &&) INCLUDE (a) WHERE ((b > 0)) DEFERRABLE INITIALLY DEFERRED
          15 | EXCLUDE USING gist ((int4range(a, b)) WITH &&, (int4range(b, e)) WITH =) DEFERRABLE
          15 | FOREIGN KEY (a) REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED
          15 | FOREIGN KEY (a, b) REFERENCES t ("D d", "e") MATCH FULL ON DELETE SET DEFAULT (b) ON UPDATE CASCADE DEFERRABLE
          15 | FOREIGN KEY (a) REFERENCES t (id) ON DELETE SET NULL (a)
          18 | FOREIGN KEY (a) REFERENCES t (id) NOT ENFORCED
          """)
  void aRuleIsRead(int server, String sql) throws SQLException {
    Table table = read("ALTER TABLE t ADD CONSTRAINT k " + sql, server);
    assertEquals(
        List.of(sql.replace("\"e\"", "e")),
        table.constraints().stream()
            .filter(constraint -> constraint.name().value().equals("k"))
            .map(constraint -> constraint.sql())
            .toList());
  }

  @Test
  void aTablespaceIsRead() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET allow_in_place_tablespaces = on");
      statement.execute("CREATE TABLESPACE \"Space 1\" LOCATION ''");
      try {
        assertEquals(
            "(a) TABLESPACE \"Space 1\" WHERE (b > 0)",
            read("CREATE INDEX i ON t (a) TABLESPACE \"Space 1\" WHERE b > 0", 15)
                .indexes()
                .get(0)
                .sql());
      } finally {
        statement.execute("DROP TABLESPACE \"Space 1\"");
      }
    }
  }

  /** The table after the statement; made again of what was read, it is the same. */
  private static Table read(String sql, int server) throws SQLException {
    assumeTrue(server == 15 || TestServer.majorVersion() >= server, "needs PostgreSQL " + server);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("CREATE TABLE t (id int PRIMARY KEY, a int, b int, c text, \"D d\" int,"
          + " e int, j jsonb, UNIQUE (\"D d\", e))");
      statement.execute(sql);
      Catalog read = CatalogReader.read(connection);
      Table table = read.schema().tables().get(0);
      Schema schema = read.schema();
      assertEquals(schema, SchemaJson.schema(Json.parse(SchemaJson.write(schema).compact())));
      statement.execute("DROP TABLE t");
      statement.execute(
          "CREATE TABLE t (id int, a int, b int, c text, \"D d\" int," + " e int, j jsonb)");
      for (boolean keys : List.of(true, false)) {
        table.constraints().stream()
            .filter(constraint -> constraint.sql().startsWith("FOREIGN") != keys)
            .map(c -> "ALTER TABLE t ADD CONSTRAINT " + c.name().quoted() + " " + c.sql())
            .forEach(statement1 -> run(statement, statement1));
      }
      table.indexes().stream()
          .map(i -> "CREATE INDEX " + i.name().quoted() + " ON t " + i.sql())
          .forEach(statement1 -> run(statement, statement1));
      assertEquals(List.of(), Catalog.differences(read, CatalogReader.read(connection)));
      connection.rollback();
      return table;
    }
  }

  private static void run(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
  }
}
