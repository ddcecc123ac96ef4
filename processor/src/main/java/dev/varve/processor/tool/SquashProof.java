package dev.varve.processor.tool;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.squash.Squash;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.schema.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Two databases of its own, one migrated by the old migrations and one by the new, are equal. */
final class SquashProof {
  private static final String MODULE = "squash";

  private final DatabaseAddress server;

  SquashProof(DatabaseAddress server) {
    this.server = server.withoutSchema();
  }

  /** What differs; the databases are dropped. */
  List<String> differences(Squash squash) {
    String name = "varve_squash_" + ProcessHandle.current().pid() + "_";
    try (Scratch old = new Scratch(name + "old");
        Scratch now = new Scratch(name + "new")) {
      Map<Name, Catalog> expected = old.migrated(squash.replaced());
      Map<Name, Catalog> found = now.migrated(List.of(squash.migration()));
      List<String> differences = new ArrayList<>();
      TreeSet<Name> schemas = new TreeSet<>(expected.keySet());
      schemas.addAll(found.keySet());
      for (Name schema : schemas) {
        Catalog before = expected.get(schema);
        Catalog after = found.get(schema);
        differences.addAll(
            before == null || after == null
                ? List.of("Schema " + schema + " is there only once.")
                : Catalog.differences(before, after));
      }
      return differences;
    } catch (SQLException e) {
      throw Failure.of("The proof on " + server + " failed: " + e.getMessage()
          + ". Nothing was changed. Name a server on which the role may create databases with"
          + " --url, or leave the proof out with --unproven.");
    }
  }

  /** A database that goes with the program. */
  private final class Scratch implements AutoCloseable {
    private final String name;

    Scratch(String name) throws SQLException {
      this.name = name;
      execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      execute("CREATE DATABASE " + name + " TEMPLATE template0");
    }

    Map<Name, Catalog> migrated(List<MigrationFile> files) throws SQLException {
      DatabaseAddress address = server.withDatabase(name);
      List<MigrationSource.Script> scripts = files.stream()
          .map(file -> new MigrationSource.Script(
              file.id(), file.sql(), file.undo(), file.record().map(MigrationRecord::text)))
          .toList();
      Varve.of(address.dataSource())
          .sources(List.of(MigrationSource.of(MODULE, scripts)))
          .migrate();
      try (Connection connection = address.dataSource().getConnection()) {
        return CatalogReader.readAll(connection);
      }
    }

    @Override
    public void close() throws SQLException {
      execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
