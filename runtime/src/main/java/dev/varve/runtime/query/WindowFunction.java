package dev.varve.runtime.query;

/** A function of a row and those in its window; nothing without a window. */
public final class WindowFunction<T> {
  private final Type<T> type;
  private final AggregateCall call;

  WindowFunction(Type<T> type, AggregateCall call) {
    this.type = type;
    this.call = call;
  }

  public Expression<T> over(Window window) {
    return new Computed<>(type, call.over(window::write));
  }

  /** Over a window that the select names. */
  public Expression<T> over(NamedWindow window) {
    return new Computed<>(type, call.over(window::writeName));
  }
}
