package dev.varve.runtime.query;

import java.sql.SQLException;

/** An {@link Operand} that is never NULL. */
public abstract class Expression<T> extends Operand<T, T> {
  Expression(Type<T> type, Node node) {
    super(type, node);
  }

  /** The same under a name, in the result and in {@code ORDER BY}. */
  public final Expression<T> as(String name) {
    return new Computed<>(type(), new Alias(this, Sql.quoted(name)));
  }

  /** The same where it may be NULL after all, as what is left out of a grouping set is. */
  public final NullableExpression<T> nullable() {
    return new NullableComputed<>(type(), node());
  }

  @Override
  public final T read(RowReader row, int at) throws SQLException {
    return RowReader.present(type().read(row, at), at);
  }
}
