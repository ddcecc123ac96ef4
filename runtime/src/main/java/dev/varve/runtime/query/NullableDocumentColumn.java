package dev.varve.runtime.query;

/** A column of documents that may be NULL. */
public final class NullableDocumentColumn<S, T> extends NullableColumn<S, T>
    implements DocumentValue<T> {
  NullableDocumentColumn(ColumnOf<T> column) {
    super(column);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
