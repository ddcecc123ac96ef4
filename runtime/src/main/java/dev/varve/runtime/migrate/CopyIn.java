package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Sends the lines that stand behind a {@code COPY … FROM STDIN}. */
final class CopyIn {
  private CopyIn() {}

  /** Runs the statement, which has data, and returns how many rows it made. */
  static long run(Connection connection, SqlScript.Statement script) throws SQLException {
    StringReader data = new StringReader(script.data().orElseThrow());
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(script.sql(), data);
    } catch (IOException e) {
      throw new SQLException("the data of COPY were not sent: " + e.getMessage(), "08006", e);
    }
  }
}
