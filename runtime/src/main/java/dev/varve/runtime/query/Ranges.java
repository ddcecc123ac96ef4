package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/** Functions of ranges; made to be imported statically. */
public final class Ranges {
  private Ranges() {}

  /** From the start, which belongs to it, to the end, which does not; NULL is no bound. */
  public static <T> RangeOf<T> range(Operand<T, ?> start, Operand<T, ?> end) {
    return new RangeOf<>(start.type(), Calls.call(constructor(start.type()), start, end));
  }

  /** From the start, which belongs to it, to the end, which does not; null is no bound. */
  public static <T> RangeOf<T> range(Type<T> type, @Nullable T start, @Nullable T end) {
    return range(bound(type, start), bound(type, end));
  }

  /** From the start to the end, both of which belong to it; NULL is no bound. */
  public static <T> RangeOf<T> closedRange(Operand<T, ?> start, Operand<T, ?> end) {
    return new RangeOf<>(
        start.type(), Calls.call(constructor(start.type()), start, end, Calls.text("[]")));
  }

  /** A column whose values are ranges of this type. */
  public static <T> RangeOf<T> rangeIn(Operand<?, ?> column, Type<T> bounds) {
    return new RangeOf<>(bounds, column.node());
  }

  private static <T> Operand<T, ?> bound(Type<T> type, @Nullable T value) {
    return value == null ? Expressions.nothing(type) : Calls.value(type, value);
  }

  private static String constructor(Type<?> type) {
    return switch (type.sqlName()) {
      case "integer" -> "int4range";
      case "bigint" -> "int8range";
      case "numeric" -> "numrange";
      case "date" -> "daterange";
      case "timestamp" -> "tsrange";
      case "timestamptz" -> "tstzrange";
      default ->
        throw new StatementException("PostgreSQL has no ranges of " + type.sqlName() + ".");
    };
  }
}
