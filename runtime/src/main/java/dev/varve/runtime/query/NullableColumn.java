package dev.varve.runtime.query;

/**
 * A column that may be NULL.
 *
 * @param <S> the table that it belongs to
 */
public class NullableColumn<S, T> extends NullableExpression<T> {
  private final ColumnOf<T> column;

  NullableColumn(ColumnOf<T> column) {
    this.column = column;
  }

  @Override
  final Type<T> type() {
    return column.type();
  }

  @Override
  final void write(Sql sql) {
    column.write(sql);
  }

  /** Assigns a value, in an update. */
  public final Assignment<S> to(T value) {
    return new Assignment<>(column, value(value));
  }

  /** Assigns what the server computes, in an update. */
  public final Assignment<S> to(Operand<T, ?> value) {
    return new Assignment<>(column, value);
  }

  /** Assigns NULL, in an update. */
  public final Assignment<S> toNull() {
    return new Assignment<>(column, null);
  }
}
