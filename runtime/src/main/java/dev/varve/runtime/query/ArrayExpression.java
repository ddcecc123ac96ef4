package dev.varve.runtime.query;

/** An array that the server computes, never NULL. */
public final class ArrayExpression<T, E> extends Expression<T> implements ArrayValue<T, E> {
  ArrayExpression(Type<T> type, Node node) {
    super(type, node);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
