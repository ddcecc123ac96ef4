package dev.varve.runtime.query;

/** A function of a row and those in its window that may give NULL; nothing without a window. */
public final class NullableWindowFunction<T> {
  private final Type<T> type;
  private final AggregateCall call;

  NullableWindowFunction(Type<T> type, AggregateCall call) {
    this.type = type;
    this.call = call;
  }

  public NullableExpression<T> over(Window window) {
    return new NullableComputed<>(type, call.over(window::write));
  }

  /** Over a window that the select names. */
  public NullableExpression<T> over(NamedWindow window) {
    return new NullableComputed<>(type, call.over(window::writeName));
  }
}
