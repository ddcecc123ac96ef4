package dev.varve.runtime.query;

/** Window functions; made to be imported statically. Every aggregate is one, too. */
public final class Windows {
  private Windows() {}

  /** All rows, in no order. */
  public static Window window() {
    return Window.ALL;
  }

  /** The rows that agree in these. */
  public static Window partitionBy(Operand<?, ?>... operands) {
    return Window.ALL.partitionBy(operands);
  }

  /** The row's number in its window, from 1. */
  public static WindowFunction<Long> rowNumber() {
    return new WindowFunction<>(Type.LONG, new AggregateCall("row_number", ""));
  }

  /** The row's place, which rows at the same place share, leaving out as many after them. */
  public static WindowFunction<Long> rank() {
    return new WindowFunction<>(Type.LONG, new AggregateCall("rank", ""));
  }

  /** The row's place, which rows at the same place share, leaving out none. */
  public static WindowFunction<Long> denseRank() {
    return new WindowFunction<>(Type.LONG, new AggregateCall("dense_rank", ""));
  }

  /** The part of the other rows that come before it, from 0 to 1. */
  public static WindowFunction<Double> percentRank() {
    return new WindowFunction<>(Type.DOUBLE, new AggregateCall("percent_rank", ""));
  }

  /** The part of the rows that do not come after it. */
  public static WindowFunction<Double> cumeDist() {
    return new WindowFunction<>(Type.DOUBLE, new AggregateCall("cume_dist", ""));
  }

  /** In which of so many parts of the same size the row is, from 1. */
  public static WindowFunction<Integer> ntile(int parts) {
    return new WindowFunction<>(Type.INT, new AggregateCall("ntile", "", Calls.number(parts)));
  }

  /** The value of the row before. */
  public static <T> NullableWindowFunction<T> lag(Operand<T, ?> value) {
    return lag(value, 1);
  }

  /** The value so many rows before. */
  public static <T> NullableWindowFunction<T> lag(Operand<T, ?> value, int rows) {
    return of("lag", value, Calls.number(rows));
  }

  /** The value so many rows before, or another one where there is no such row. */
  public static <T> WindowFunction<T> lag(Expression<T> value, int rows, T otherwise) {
    return new WindowFunction<>(
        value.type(),
        new AggregateCall(
            "lag", "", value, Calls.number(rows), Calls.value(value.type(), otherwise)));
  }

  /** The value of the row after. */
  public static <T> NullableWindowFunction<T> lead(Operand<T, ?> value) {
    return lead(value, 1);
  }

  /** The value so many rows after. */
  public static <T> NullableWindowFunction<T> lead(Operand<T, ?> value, int rows) {
    return of("lead", value, Calls.number(rows));
  }

  /** The value so many rows after, or another one where there is no such row. */
  public static <T> WindowFunction<T> lead(Expression<T> value, int rows, T otherwise) {
    return new WindowFunction<>(
        value.type(),
        new AggregateCall(
            "lead", "", value, Calls.number(rows), Calls.value(value.type(), otherwise)));
  }

  /** The value of the first row of the frame. */
  public static <T> NullableWindowFunction<T> firstValue(Operand<T, ?> value) {
    return of("first_value", value);
  }

  /** The value of the last row of the frame. */
  public static <T> NullableWindowFunction<T> lastValue(Operand<T, ?> value) {
    return of("last_value", value);
  }

  /** The value of this row of the frame, from 1. */
  public static <T> NullableWindowFunction<T> nthValue(Operand<T, ?> value, int row) {
    return of("nth_value", value, Calls.number(row));
  }

  private static <T> NullableWindowFunction<T> of(
      String function, Operand<T, ?> value, Operand<?, ?>... more) {
    Operand<?, ?>[] all = new Operand<?, ?>[more.length + 1];
    all[0] = value;
    System.arraycopy(more, 0, all, 1, more.length);
    return new NullableWindowFunction<>(value.type(), new AggregateCall(function, "", all));
  }
}
