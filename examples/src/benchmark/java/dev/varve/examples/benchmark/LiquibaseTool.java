package dev.varve.examples.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** One change set for each file, found by includeAll. */
final class LiquibaseTool implements Tool {
  /** Held, so that its level stays: no tool is to write a log. */
  private static final Logger LOGGER = Logger.getLogger("liquibase");

  LiquibaseTool() {
    LOGGER.setLevel(Level.OFF);
  }

  @Override
  public void migrate(DataSource dataSource, int migrations) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Database database = DatabaseFactory.getInstance()
          .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      Liquibase liquibase = new Liquibase(
          "liquibase/m" + migrations + "/changelog.xml",
          new ClassLoaderResourceAccessor(),
          database);
      liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
      liquibase.update(new Contexts());
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
    } catch (LiquibaseException e) {
      throw new IllegalStateException(e);
    }
  }
}
