package dev.varve.processor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.HistoryEvent;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.testing.Psql;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files as the processor wrote them under other tools, and databases that these have run. */
class OtherToolsTest {
  private static TestProject project;
  private static Path folder;
  private static List<MigrationSource> sources;

  @BeforeAll
  static void writeMigrations() throws IOException {
    project = new TestProject(Compiler.JAVAC);
    Path story = Golden.resources().resolve("stories/users");
    List<Path> states;
    try (Stream<Path> list = Files.list(story)) {
      states = list.filter(state -> Files.isDirectory(state) && !state.endsWith("expected"))
          .sorted()
          .toList();
    }
    for (Path state : states) {
      Map<String, String> records = new TreeMap<>();
      for (Path file : TestProject.files(state, ".java")) {
        records.put("shop/" + file.getFileName(), Files.readString(file));
      }
      assertTrue(project.withSources(records).compile().success());
    }
    folder = project.resources().resolve("db/migration");
    sources = List.of(MigrationSource.folder("shop", folder));
  }

  @AfterAll
  static void close() {
    project.close();
  }

  @Test
  void flywayRunsTheFilesAndItsDatabaseIsTakenOver() throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        TestDatabase ours = TestServer.newDatabase()) {
      assertTrue(flyway(database).load().migrate().migrationsExecuted > 2);
      Varve.of(ours.dataSource()).sources(sources).migrate();
      assertEquals(List.of(), Catalog.differences(catalog(ours), catalog(database)));
      String history = "SELECT count(*) || '/' || max(installed_rank) FROM flyway_schema_history";
      String before = database.value(history);

      Varve varve = Varve.of(database.dataSource()).sources(sources);
      assertEquals(
          List.of(HistoryEvent.Kind.STAMPED),
          varve.baseline().stream().map(HistoryEvent::kind).distinct().toList());

      assertEquals(List.of(), varve.migrate().applied());
      assertEquals(List.of(), varve.verify().lines());
      assertEquals(before, database.value(history));
    }
  }

  @Test
  void whatFlywayHasNotRunIsPending() {
    try (TestDatabase database = TestServer.newDatabase()) {
      String first = sources.get(0).index().migrations().get(0).id().version();
      flyway(database).target(first).load().migrate();

      Varve varve = Varve.of(database.dataSource()).sources(sources);

      assertEquals(1, varve.baseline().size());
      assertEquals(
          sources.get(0).index().migrations().size() - 1,
          varve.migrate().applied().size());
      assertEquals(List.of(), varve.verify().lines());
    }
  }

  @Test
  void psqlRunsTheFiles() throws Exception {
    try (TestDatabase database = TestServer.newDatabase();
        TestDatabase ours = TestServer.newDatabase()) {
      for (var entry : sources.get(0).index().migrations()) {
        Psql.run(database, Files.readString(folder.resolve(entry.id().fileName())));
      }
      Varve.of(ours.dataSource()).sources(sources).migrate();
      assertEquals(List.of(), Catalog.differences(catalog(ours), catalog(database)));
    }
  }

  @Test
  void whereAnotherToolHasFailedOrIsAtWorkNothingIsWritten() {
    try (TestDatabase database = TestServer.newDatabase()) {
      Varve varve = Varve.of(database.dataSource()).sources(sources);
      flyway(database).load().baseline();
      database.execute("INSERT INTO flyway_schema_history VALUES"
          + " (2, '2', 'x', 'SQL', 'V1__x.sql', 1, 'ada', now(), 1, false)");
      assertEquals(
          "Flyway's history says that it failed at V1__x.sql. Nothing was changed. Repair it with"
              + " Flyway; then begin again.",
          assertThrows(MigrationException.NotPossible.class, varve::baseline).getMessage());
      database.execute("DROP TABLE flyway_schema_history;"
          + " CREATE TABLE databasechangeloglock (id integer PRIMARY KEY, locked boolean NOT NULL,"
          + " lockgranted timestamp, lockedby varchar(255));"
          + " INSERT INTO databasechangeloglock VALUES (1, true, now(), 'build-7')");
      String message =
          assertThrows(MigrationException.NotPossible.class, varve::baseline).getMessage();
      assertTrue(message.startsWith("Liquibase is at work"), message);
      assertTrue(message.contains("build-7"), message);
    }
  }

  @Test
  void theHistoryOfAnotherToolIsNoDrift() {
    try (TestDatabase database = TestServer.newDatabase()) {
      Varve varve = Varve.of(database.dataSource()).sources(sources);
      varve.migrate();
      database.execute("""
          CREATE TABLE alembic_version (
            version_num varchar(32) CONSTRAINT alembic_version_pkc PRIMARY KEY
          );
          GRANT SELECT ON alembic_version TO PUBLIC;
          CREATE TABLE databasechangelog (
            id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
            dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL,
            exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255),
            comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
            labels varchar(255), deployment_id varchar(10)
          )""");
      flyway(database).table("schema_version").load().baseline();

      assertEquals(List.of(), varve.verify().lines());
      database.execute("ALTER TABLE alembic_version ADD COLUMN note text");
      assertEquals(
          List.of(
              "grant table alembic_version to PUBLIC is not expected: SELECT",
              "table alembic_version is not expected"),
          varve.verify().lines());
    }
  }

  private static FluentConfiguration flyway(TestDatabase database) {
    FluentConfiguration flyway =
        Flyway.configure().dataSource(database.dataSource()).locations("filesystem:" + folder);
    // Else its lock is a transaction, for whose end every concurrent build of an index waits.
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway;
  }

  private static Catalog catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.read(connection);
    }
  }
}
