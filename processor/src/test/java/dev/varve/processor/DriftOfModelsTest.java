package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.verify.Drift;
import dev.varve.runtime.verify.Expectation;
import dev.varve.runtime.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A database that another model made has drifted. What is found is what is found if every table is
 * built, though those that are known to be as they should need not be.
 */
class DriftOfModelsTest {
  private static final int SEEDS = Boolean.getBoolean("varve.test.full") ? 500 : 25;

  @Test
  void whatIsFoundDoesNotDependOnWhatIsBuilt() throws SQLException {
    int drifted = 0;
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      connection.setAutoCommit(false);
      boolean virtual = connection.getMetaData().getDatabaseMajorVersion() >= 18;
      for (int seed = 0; seed < SEEDS; seed++) {
        RandomMigration migration = RandomMigration.of(seed, virtual);
        statement.execute("CREATE SCHEMA here; SET LOCAL search_path = here");
        for (String sql : statements(migration.from())) {
          statement.execute(sql);
        }

        NoDrift.isIn(drift(connection, migration.from(), migration.from()));
        Schema to = migration.to();
        List<String> found = drift(connection, to, to).lines();
        Schema tables = new Schema(List.of(), to.enums(), to.objects());
        assertEquals(drift(connection, to, tables).lines(), found, "seed " + seed);
        drifted += found.isEmpty() ? 0 : 1;
        connection.rollback();
      }
    }
    assertTrue(drifted > SEEDS / 2, drifted + " of " + SEEDS + " differ");
  }

  /** @param fold what is known of the model without building it */
  private static Drift drift(Connection connection, Schema model, Schema fold) throws SQLException {
    var before = connection.setSavepoint();
    Drift drift = Verification.run(
        connection,
        "here",
        new Expectation(statements(model), List.of(), fold, Optional.empty(), List.of()),
        true);
    connection.rollback(before);
    return drift;
  }

  private static List<String> statements(Schema model) {
    return SqlScript.parse(Draft.creation(model, RandomMigration.LABELS)).steps().stream()
        .flatMap(step -> step.statements().stream())
        .map(SqlScript.Statement::sql)
        .toList();
  }
}
