package dev.varve.examples.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What one would write by hand: an index of names and checksums beside the scripts, a history that
 * is read whole, and a transaction for each script. No lock, no check of anything else.
 */
final class LoopTool implements Tool {
  @Override
  public void migrate(DataSource dataSource, int migrations) throws SQLException {
    String folder = "/loop/m" + migrations + "/";
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        Map<String, String> history = history(statement);
        for (String line : read(folder + "index.txt").split("\n")) {
          int space = line.indexOf(' ');
          String name = line.substring(0, space);
          String checksum = line.substring(space + 1);
          String applied = history.get(name);
          if (applied == null) {
            apply(connection, statement, name, checksum, read(folder + name + ".sql"));
          } else if (!applied.equals(checksum)) {
            throw new IllegalStateException(name + " was edited");
          }
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static Map<String, String> history(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT to_regclass('loop_history') IS NOT NULL")) {
      row.next();
      if (!row.getBoolean(1)) {
        statement.execute(
            "CREATE TABLE loop_history (name text PRIMARY KEY, checksum text NOT NULL,"
                + " applied_at timestamptz NOT NULL DEFAULT now())");
        return Map.of();
      }
    }
    Map<String, String> history = new HashMap<>();
    try (ResultSet row = statement.executeQuery("SELECT name, checksum FROM loop_history")) {
      while (row.next()) {
        history.put(row.getString(1), row.getString(2));
      }
    }
    return history;
  }

  private static void apply(
      Connection connection, Statement statement, String name, String checksum, String sql)
      throws SQLException {
    statement.execute(sql);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO loop_history (name, checksum) VALUES (?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, checksum);
      insert.executeUpdate();
    }
    connection.commit();
  }

  private static String read(String resource) {
    try (InputStream stream = LoopTool.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
