package dev.varve.runtime.query;

/** An array that the server computes and that may be NULL. */
public final class NullableArrayExpression<T, E> extends NullableExpression<T>
    implements ArrayValue<T, E> {
  NullableArrayExpression(Type<T> type, Node node) {
    super(type, node);
  }

  @Override
  public Operand<T, ?> operand() {
    return this;
  }
}
