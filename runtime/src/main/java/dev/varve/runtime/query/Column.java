package dev.varve.runtime.query;

/**
 * A column that is NOT NULL.
 *
 * @param <S> the table that it belongs to
 */
public class Column<S, T> extends Expression<T> {
  private final ColumnOf<T> column;

  Column(ColumnOf<T> column) {
    super(column.type(), column);
    this.column = column;
  }

  final int position() {
    return column.position();
  }

  /** In the update of a conflict: the value that the insert gave. */
  public final Expression<T> excluded() {
    return new Computed<>(column.type(), new Excluded(column));
  }

  /** Assigns a value, in an update. */
  public final Assignment<S> to(T value) {
    return new Assignment<>(column, value(value));
  }

  /** Assigns what the server computes, in an update. */
  public final Assignment<S> to(Expression<T> value) {
    return new Assignment<>(column, value);
  }
}
