package dev.varve.runtime.query;

import java.util.List;

/** An aggregate that is never NULL. */
public final class Aggregate<T> extends Expression<T> {
  private final AggregateCall call;

  Aggregate(Type<T> type, AggregateCall call) {
    super(type, call);
    this.call = call;
  }

  /** Of each value once. */
  public Aggregate<T> distinct() {
    return new Aggregate<>(type(), call.once());
  }

  /** In this order, where it matters. */
  public Aggregate<T> orderBy(Order... orders) {
    return new Aggregate<>(type(), call.sorted(List.of(orders)));
  }

  /** Of the rows only for which all of these hold. */
  public Aggregate<T> filter(Condition first, Condition... more) {
    return new Aggregate<>(type(), call.filtered(Condition.allOf(first, more)));
  }

  /** For each row, of the rows of its window. */
  public Expression<T> over(Window window) {
    return new Computed<>(type(), call.over(window::write));
  }

  /** For each row, of the rows of its window, which the select names. */
  public Expression<T> over(NamedWindow window) {
    return new Computed<>(type(), call.over(window::writeName));
  }
}
