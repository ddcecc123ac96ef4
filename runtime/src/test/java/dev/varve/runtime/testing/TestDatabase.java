package dev.varve.runtime.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one test; {@link #close} drops it, even while connections are open. */
public final class TestDatabase implements AutoCloseable {
  private final String name;
  private final PGSimpleDataSource source;

  TestDatabase(String name) {
    this.name = name;
    this.source = TestServer.dataSource(name);
  }

  public String name() {
    return name;
  }

  /**
   * A data source of this database; each call makes a new one, so that a test may give it another
   * user, schema or application name.
   */
  public PGSimpleDataSource dataSource() {
    return TestServer.dataSource(name);
  }

  /** The JDBC URL with user and password, for another process. */
  public String url() {
    String password = source.getPassword();
    return source.getURL()
        + (source.getURL().contains("?") ? "&" : "?")
        + "user="
        + source.getUser()
        + (password == null ? "" : "&password=" + password);
  }

  /** A connection of its own, which the caller closes. */
  public Connection connect() {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new AssertionError("Cannot connect to " + name + ": " + e.getMessage(), e);
    }
  }

  /** Runs the SQL, which may be several statements, in autocommit. */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
  }

  /** The only value that the query returns, as text; a null is {@code "null"}. */
  public String value(String query) {
    List<String> rows = rows(query);
    if (rows.size() != 1) {
      throw new AssertionError("Expected one row of " + query + ", found " + rows);
    }
    return rows.get(0);
  }

  /** The rows, each as text with {@code |} between the columns; a null is {@code null}. */
  public List<String> rows(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(query)) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int column = 1; column <= columns; column++) {
            row.append(column == 1 ? "" : "|").append(result.getString(column));
          }
          rows.add(row.toString());
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query + ": " + e.getMessage(), e);
    }
  }

  /** A new database with the same schema and rows, while nobody is connected to this one. */
  public TestDatabase copy() {
    return TestServer.copy(name);
  }

  @Override
  public void close() {
    TestServer.drop(name);
  }

  /** The name as a quoted identifier. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return name;
  }
}
