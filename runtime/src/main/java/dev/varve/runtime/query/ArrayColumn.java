package dev.varve.runtime.query;

/** A column of arrays that is NOT NULL. */
public final class ArrayColumn<S, T, E> extends Column<S, T> implements ArrayValue<T, E> {
  ArrayColumn(ColumnOf<T> column) {
    super(column);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
