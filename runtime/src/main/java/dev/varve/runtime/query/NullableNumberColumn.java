package dev.varve.runtime.query;

/** A column of numbers that may be NULL. */
public final class NullableNumberColumn<S, T extends Number> extends NullableColumn<S, T>
    implements NullableNumeric<T> {
  NullableNumberColumn(ColumnOf<T> column) {
    super(column);
  }
}
