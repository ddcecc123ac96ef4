package dev.varve.runtime.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A tablespace of the test server, beside the usual one; databases come and go, it stays. */
public final class TestTablespace {
  public static final String NAME = "varve_test_space";

  private TestTablespace() {}

  /** Creates it where it is not there yet; other processes may do so at the same time. */
  public static void create(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(hashtext('" + NAME + "'))");
      try (ResultSet there =
          statement.executeQuery("SELECT FROM pg_tablespace WHERE spcname = '" + NAME + "'")) {
        if (there.next()) {
          return;
        }
      }
      statement.execute("SET allow_in_place_tablespaces = on");
      statement.execute("CREATE TABLESPACE " + NAME + " LOCATION ''");
    }
  }
}
