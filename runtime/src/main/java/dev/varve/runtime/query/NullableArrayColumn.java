package dev.varve.runtime.query;

/** A column of arrays that may be NULL. */
public final class NullableArrayColumn<S, T, E> extends NullableColumn<S, T>
    implements ArrayValue<T, E> {
  NullableArrayColumn(ColumnOf<T> column) {
    super(column);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
