package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A statement or transaction failed; the head of this package's exceptions. */
public sealed class QueryException extends RuntimeException
    permits ConstraintViolationException,
        RowCountException,
        StaleVersionException,
        StatementException {
  private static final long serialVersionUID = 1;

  private final @Nullable String sqlState;
  private final @Nullable String sql;
  private final @Nullable String constraint;

  QueryException(String message) {
    super(message);
    this.sqlState = null;
    this.sql = null;
    this.constraint = null;
  }

  QueryException(String message, Throwable cause) {
    super(message, cause);
    this.sqlState = null;
    this.sql = null;
    this.constraint = null;
  }

  QueryException(String sql, SQLException cause, @Nullable String constraint) {
    super(cause.getMessage() + " (" + cause.getSQLState() + ")\nStatement: " + sql, cause);
    this.sqlState = cause.getSQLState();
    this.sql = sql;
    this.constraint = constraint;
  }

  /** What the server said to a statement. */
  static QueryException of(String sql, SQLException cause) {
    String constraint = constraintOf(cause);
    String state = cause.getSQLState();
    return state != null && state.startsWith("23")
        ? new ConstraintViolationException(sql, cause, constraint)
        : new QueryException(sql, cause, constraint);
  }

  private static @Nullable String constraintOf(SQLException cause) {
    // A pool may have wrapped the driver's exception in one of its own.
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof PSQLException e) {
        ServerErrorMessage message = e.getServerErrorMessage();
        return message == null ? null : message.getConstraint();
      }
    }
    return null;
  }

  /**
   * The five characters by which PostgreSQL knows the error, if the server or driver reported it.
   */
  public final Optional<String> sqlState() {
    return Optional.ofNullable(sqlState);
  }

  /** The text of the statement, without values, if there was one. */
  public final Optional<String> sql() {
    return Optional.ofNullable(sql);
  }

  /** The name of the constraint that the statement would have broken, if it was for one. */
  public final Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }
}
