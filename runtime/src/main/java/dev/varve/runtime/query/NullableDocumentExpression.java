package dev.varve.runtime.query;

/** A document that the server computes and that may be NULL. */
public final class NullableDocumentExpression<T> extends NullableExpression<T>
    implements DocumentValue<T> {
  NullableDocumentExpression(Type<T> type, Node node) {
    super(type, node);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
