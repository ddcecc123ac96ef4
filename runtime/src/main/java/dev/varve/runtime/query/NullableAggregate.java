package dev.varve.runtime.query;

import java.util.List;

/** An aggregate, NULL where it has no value to work on. */
public final class NullableAggregate<T> extends NullableExpression<T> {
  private final AggregateCall call;

  NullableAggregate(Type<T> type, AggregateCall call) {
    super(type, call);
    this.call = call;
  }

  /** Of each value once. */
  public NullableAggregate<T> distinct() {
    return new NullableAggregate<>(type(), call.once());
  }

  /** In this order, where it matters. */
  public NullableAggregate<T> orderBy(Order... orders) {
    return new NullableAggregate<>(type(), call.sorted(List.of(orders)));
  }

  /** Of the rows only for which all of these hold. */
  public NullableAggregate<T> filter(Condition first, Condition... more) {
    return new NullableAggregate<>(type(), call.filtered(Condition.allOf(first, more)));
  }

  /** For each row, of the rows of its window. */
  public NullableExpression<T> over(Window window) {
    return new NullableComputed<>(type(), call.over(window::write));
  }

  /** For each row, of the rows of its window, which the select names. */
  public NullableExpression<T> over(NamedWindow window) {
    return new NullableComputed<>(type(), call.over(window::writeName));
  }
}
