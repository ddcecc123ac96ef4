package dev.varve.runtime.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** What the model cannot say is listed, never taken for what it can say. */
class OthersTest {
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
  @CsvSource(delimiter = '|', textBlock = """
          ALTER TABLE t ADD CONSTRAINT k UNIQUE (a) WITH (fillfactor = 50) | constraint | t.k | UNIQUE (a) WITH (fillfactor=50)
          ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID | constraint | t.k | CHECK ((a > 0)) NOT VALID
          ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES t NOT VALID | constraint | t.k | FOREIGN KEY (a) REFERENCES t(id) NOT VALID
          ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES t; ALTER TABLE t DISABLE TRIGGER ALL | constraint | t.k | FOREIGN KEY (a) REFERENCES t(id) (triggers disabled)
          CREATE SCHEMA x; CREATE TABLE x.t (id int PRIMARY KEY); ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES x.t | constraint | t.k | FOREIGN KEY (a) REFERENCES x.t(id) (target in schema x)
          ALTER TABLE t ALTER a SET (n_distinct = 5) | storage of column | t.a | SET (n_distinct=5)
          ALTER TABLE t ENABLE ROW LEVEL SECURITY | properties of table | t | ROW LEVEL SECURITY
          CREATE TABLE p (); ALTER TABLE t INHERIT p | properties of table | t | INHERITS p
          CREATE VIEW v AS SELECT 1 AS x | view | v | AS  SELECT 1 AS x;
          CREATE SEQUENCE s | sequence | s | AS bigint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1
          CREATE COLLATION col (LOCALE = 'C') | object | collation col | ''
          """)
  void itIsListedByKindNameAndDefinition(String sql, String kind, String name, String definition)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("CREATE TABLE t (id int PRIMARY KEY, a int, b int, c text)");
      Catalog before = CatalogReader.read(connection);
      statement.execute(sql);

      Catalog after = CatalogReader.read(connection);

      assertEquals(List.of(), before.others());
      assertEquals(
          List.of(new Other(kind, name, definition)),
          after.others().stream().filter(other -> other.kind().equals(kind)).toList());
      connection.rollback();
    }
  }

  @Test
  void anInvalidIndexIsNoIndex() throws SQLException {
    try (TestDatabase own = TestServer.newDatabase()) {
      own.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
      assertThrows(
          AssertionError.class, () -> own.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"));
      try (Connection connection = own.connect()) {
        assertEquals(
            List.of(
                new Other("index", "t.i", "CREATE UNIQUE INDEX i ON t USING btree (a) (invalid)")),
            CatalogReader.read(connection).others());
      }
    }
  }
}
