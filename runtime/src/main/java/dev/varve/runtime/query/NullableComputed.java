package dev.varve.runtime.query;

/** A {@link NullableExpression} that is no column. */
final class NullableComputed<T> extends NullableExpression<T> {
  NullableComputed(Type<T> type, Node node) {
    super(type, node);
  }
}
