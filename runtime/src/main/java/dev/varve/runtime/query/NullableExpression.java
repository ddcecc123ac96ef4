package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.Optional;

/** An {@link Operand} that may be NULL; selecting it gives an {@code Optional}. */
public abstract class NullableExpression<T> extends Operand<T, Optional<T>> {
  NullableExpression(Type<T> type, Node node) {
    super(type, node);
  }

  /** The same under a name, in the result and in {@code ORDER BY}. */
  public final NullableExpression<T> as(String name) {
    return new NullableComputed<>(type(), new Alias(this, Sql.quoted(name)));
  }

  /**
   * The same for a statement that leaves out its NULLs, by a condition for example; reading one all
   * the same throws.
   */
  public final Expression<T> required() {
    return new Computed<>(type(), node());
  }

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
