package dev.varve.runtime.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A change would have broken a constraint of the database (SQLSTATE 23xxx). */
public final class ConstraintViolationException extends QueryException {
  private static final long serialVersionUID = 1;

  ConstraintViolationException(String sql, SQLException cause, @Nullable String constraint) {
    super(sql, cause, constraint);
  }
}
