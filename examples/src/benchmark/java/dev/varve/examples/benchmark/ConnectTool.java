package dev.varve.examples.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The floor: a connection and {@code SELECT 1}. */
final class ConnectTool implements Tool {
  @Override
  public void migrate(DataSource dataSource, int migrations) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1")) {
      row.next();
    }
  }
}
