package dev.varve.runtime.query;

/** A column of documents that is NOT NULL. */
public final class DocumentColumn<S, T> extends Column<S, T> implements DocumentValue<T> {
  DocumentColumn(ColumnOf<T> column) {
    super(column);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
