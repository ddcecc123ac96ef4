package dev.varve.runtime.query;

/**
 * A column that may be NULL.
 *
 * @param <S> the table that it belongs to
 */
public class NullableColumn<S, T> extends NullableExpression<T> {
  private final ColumnOf<T> column;

  NullableColumn(ColumnOf<T> column) {
    super(column.type(), column);
    this.column = column;
  }

  /** In the update of a conflict: the value that the insert gave. */
  public final NullableExpression<T> excluded() {
    return new NullableComputed<>(column.type(), new Excluded(column));
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
