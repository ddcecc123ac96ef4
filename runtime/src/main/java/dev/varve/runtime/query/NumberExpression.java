package dev.varve.runtime.query;

/** A number that the server computes, never NULL. */
public final class NumberExpression<T extends Number> extends Expression<T> implements Numeric<T> {
  NumberExpression(Type<T> type, Node node) {
    super(type, node);
  }
}
