package dev.varve.runtime.migrate;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server, or the driver, said.
 *
 * @param more the server's detail and hint; empty if there is neither
 * @param position in the statement, in code points from 1; 0 if not known
 */
record ServerError(String message, String sqlState, String more, int position) {

  static ServerError of(SQLException e) {
    String sqlState = Optional.ofNullable(e.getSQLState()).orElse("");
    ServerErrorMessage said =
        e instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
    if (said == null || said.getMessage() == null) {
      return new ServerError(String.valueOf(e.getMessage()), sqlState, "", 0);
    }
    return new ServerError(
        said.getMessage(),
        sqlState,
        sentence(said.getDetail()) + sentence(said.getHint()),
        said.getPosition());
  }

  private static String sentence(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return " " + text + (text.endsWith(".") ? "" : ".");
  }

  /** Whether waiting and trying again may help: a lock, a deadlock, a serialization failure. */
  boolean isTransient() {
    return sqlState.equals("55P03") || sqlState.equals("40P01") || sqlState.equals("40001");
  }

  /** Whether there is no connection any more. */
  boolean isDisconnect() {
    return isDisconnect(sqlState);
  }

  /** Lost, being shut down or started up, or too many of them. */
  static boolean isDisconnect(String sqlState) {
    return sqlState.startsWith("08")
        || sqlState.equals("57P01")
        || sqlState.equals("57P02")
        || sqlState.equals("57P03")
        || sqlState.equals("53300");
  }

  /** {@code relation "t" does not exist (42P01).}, then detail and hint. */
  @Override
  public String toString() {
    String text = Texts.withoutStop(message);
    return text + (sqlState.isEmpty() ? "" : " (" + sqlState + ")") + "." + more;
  }
}
