package dev.varve.runtime.query;

/** An {@link Expression} that is no column. */
final class Computed<T> extends Expression<T> {
  Computed(Type<T> type, Node node) {
    super(type, node);
  }
}
