package dev.varve.runtime.query;

import java.sql.BatchUpdateException;
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
    this(message, null, null, false);
  }

  QueryException(String message, RuntimeException cause) {
    super(message, cause);
    QueryException query = cause instanceof QueryException e ? e : null;
    this.sqlState = query == null ? null : query.sqlState;
    this.sql = query == null ? null : query.sql;
    this.constraint = query == null ? null : query.constraint;
  }

  /**
   * What stopped a statement.
   *
   * @param sensitive whether what the server has said may repeat values that nobody should see
   */
  QueryException(
      String message, @Nullable String sql, @Nullable SQLException cause, boolean sensitive) {
    super(
        sql == null ? message : message + "\nStatement: " + sql,
        cause == null || !sensitive ? cause : withoutValues(cause));
    ServerErrorMessage said = cause == null ? null : said(cause);
    this.sqlState = cause == null ? null : cause.getSQLState();
    this.sql = sql;
    this.constraint = said == null ? null : said.getConstraint();
  }

  /** What the server said to a statement. */
  static QueryException of(String sql, Binder values, SQLException failure) {
    SQLException cause = first(failure);
    String message =
        values.redacted(values.isSensitive() ? primary(cause) : String.valueOf(cause.getMessage()))
            + " ("
            + cause.getSQLState()
            + ")";
    String state = cause.getSQLState();
    return state != null && state.startsWith("23")
        ? new ConstraintViolationException(message, sql, cause, values.isSensitive(), said(cause))
        : new QueryException(message, sql, cause, values.isSensitive());
  }

  /** Of COMMIT or ROLLBACK: a connection that breaks leaves open whether it was heard. */
  static QueryException ofEnd(String sql, SQLException cause) {
    String state = cause.getSQLState();
    boolean broken = state != null && state.startsWith("08");
    String message = cause.getMessage() + " (" + state + ")";
    return new QueryException(
        broken && sql.equals("COMMIT")
            ? message + " The connection broke, so nobody can tell whether it was committed."
            : message,
        sql,
        cause,
        false);
  }

  /** The message of a batch repeats its values; what the server said comes behind it. */
  private static SQLException first(SQLException failure) {
    SQLException next = failure instanceof BatchUpdateException ? failure.getNextException() : null;
    return next == null ? failure : next;
  }

  /** Without the detail, which repeats the row, and where it was, which may repeat it, too. */
  private static String primary(SQLException cause) {
    ServerErrorMessage said = said(cause);
    return said == null ? "The statement failed" : said.getSeverity() + ": " + said.getMessage();
  }

  private static SQLException withoutValues(SQLException cause) {
    SQLException bare = new SQLException(
        "The server's message is left out, as it may repeat sensitive values", cause.getSQLState());
    bare.setStackTrace(cause.getStackTrace());
    return bare;
  }

  /** A pool may have wrapped the driver's exception in one of its own. */
  static @Nullable ServerErrorMessage said(SQLException cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof PSQLException e) {
        return e.getServerErrorMessage();
      }
    }
    return null;
  }

  /** Whether the same transaction, run anew, may succeed: a serialization failure or deadlock. */
  static boolean isTransient(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof QueryException e && e.sqlState != null) {
        return e.sqlState.equals("40001") || e.sqlState.equals("40P01");
      }
    }
    return false;
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
