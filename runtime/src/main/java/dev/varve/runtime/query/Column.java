package dev.varve.runtime.query;

/**
 * A column that is NOT NULL.
 *
 * @param <S> the table that it belongs to
 */
public class Column<S, T> extends Expression<T> {
  private final ColumnOf<T> column;

  Column(ColumnOf<T> column) {
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

  final int position() {
    return column.position();
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
