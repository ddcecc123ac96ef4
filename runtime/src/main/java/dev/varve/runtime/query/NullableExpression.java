package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.Optional;

/** An {@link Operand} that may be NULL; selecting it gives an {@code Optional}. */
public abstract class NullableExpression<T> extends Operand<T, Optional<T>> {
  NullableExpression() {}

  @Override
  public final Optional<T> read(RowReader row, int at) throws SQLException {
    return readOptional(row, at);
  }

  public final Condition isNull() {
    return new Condition.NullTest(this, " IS NULL");
  }

  public final Condition isNotNull() {
    return new Condition.NullTest(this, " IS NOT NULL");
  }
}
