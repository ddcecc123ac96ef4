package dev.varve.runtime.query;

/** A number that the server computes and that may be NULL. */
public final class NullableNumberExpression<T extends Number> extends NullableExpression<T>
    implements NullableNumeric<T> {
  NullableNumberExpression(Type<T> type, Node node) {
    super(type, node);
  }
}
