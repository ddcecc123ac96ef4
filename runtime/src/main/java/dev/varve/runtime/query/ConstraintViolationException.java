package dev.varve.runtime.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** A change would have broken a constraint of the database (SQLSTATE 23xxx). */
public final class ConstraintViolationException extends QueryException {
  private static final long serialVersionUID = 1;

  private final @Nullable ServerErrorMessage error;

  ConstraintViolationException(
      String message,
      String sql,
      SQLException cause,
      boolean sensitive,
      @Nullable ServerErrorMessage error) {
    super(message, sql, cause, sensitive);
    this.error = error;
  }

  /** Whether it is this rule of the table: {@code e.is(USERS.uqEmail)}. */
  public boolean is(Constraint constraint) {
    return error != null && constraint.isOf(error);
  }

  /** Whether the column got NULL and is NOT NULL. */
  public boolean isNull(Column<?, ?> column) {
    return error != null
        && sqlState().equals(java.util.Optional.of("23502"))
        && column.node() instanceof ColumnOf<?> of
        && of.table() instanceof TableOrView<?, ?> table
        && table.isOf(error)
        && of.name().equals(Sql.quoted(String.valueOf(error.getColumn())));
  }
}
