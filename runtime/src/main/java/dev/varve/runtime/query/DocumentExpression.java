package dev.varve.runtime.query;

/** A document that the server computes, never NULL. */
public final class DocumentExpression<T> extends Expression<T> implements DocumentValue<T> {
  DocumentExpression(Type<T> type, Node node) {
    super(type, node);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
