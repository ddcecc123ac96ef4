package dev.varve.processor.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.PgDump;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;

/** A database pulled, compiled, and made again out of nothing. */
public final class RoundTrip implements AutoCloseable {
  static final String PACKAGE = "app";

  private final TestProject project = new TestProject(Compiler.JAVAC);

  TestProject project() {
    return project;
  }

  /** Roles belong to the whole server, and last. */
  static void createRoles(TestDatabase database) {
    for (String role : List.of("pull_reader", "pull_writer")) {
      database.execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role
          + "') THEN CREATE ROLE " + role + "; END IF; END $$");
    }
  }

  /** Runs a script statement by statement, as people and the applier do. */
  public static void run(TestDatabase database, String script) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (SqlScript.Step step : SqlScript.parse(script).steps()) {
        for (SqlScript.Statement part : step.statements()) {
          try {
            statement.execute(part.sql());
          } catch (SQLException e) {
            throw new AssertionError(e.getMessage() + "\n" + part.sql(), e);
          }
        }
      }
    }
  }

  public Pulled pull(TestDatabase database) throws SQLException, IOException {
    return pull(database.dataSource());
  }

  Pulled pull(DataSource source) throws SQLException, IOException {
    try (Connection connection = source.getConnection()) {
      return new Pull(PACKAGE, Map.of(), List.of(), project.sources(), project.migrations())
          .run(connection);
    }
  }

  /** Compiling what was pulled succeeds and writes nothing. */
  public void compilesToNothing(String... options) {
    Map<String, String> files = project.migrationFiles();
    TestProject.Result result = project.compile(options);
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
    assertEquals(files.keySet(), project.migrationFiles().keySet());
    assertEquals(files, project.migrationFiles(), "compiling wrote something");
  }

  /** An empty database, migrated, is the one that was pulled; PostgreSQL's own dump says so, too. */
  public void makes(TestDatabase original) throws SQLException, IOException {
    try (TestDatabase made = TestServer.newDatabase()) {
      makes(original, made);
      NoDrift.isIn(varve(made).verify());
      if (PgDump.isInstalled()) {
        assertEquals(PgDump.schema(original), PgDump.schema(made));
      }
    }
  }

  void makes(TestDatabase original, TestDatabase made) throws SQLException {
    migrate(made);
    assertSame(catalog(original), catalog(made));
  }

  void migrate(TestDatabase database) {
    varve(database).migrate();
  }

  Varve varve(TestDatabase database) {
    return varve(database.dataSource());
  }

  Varve varve(DataSource source) {
    return Varve.of(source).sources(List.of(MigrationSource.folder(PACKAGE, migrations())));
  }

  Path migrations() {
    return project.migrations();
  }

  static void assertSame(SortedMap<Name, Catalog> expected, SortedMap<Name, Catalog> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((schema, catalog) -> assertEquals(
        List.of(), Catalog.differences(catalog, found.get(schema)), () -> "" + schema));
    assertEquals(expected, found);
  }

  static SortedMap<Name, Catalog> catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.readAll(connection);
    }
  }

  @Override
  public void close() {
    project.close();
  }
}
