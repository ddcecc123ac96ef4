package dev.varve.runtime.query;

/** {@code left operator right}; its type is that of the left side. */
final class Arithmetic {
  private Arithmetic() {}

  // Numeric and NullableNumeric are sealed: all that implement them are operands of the type.
  static <T extends Number> Operand<T, ?> operand(Numeric<T> numeric) {
    return numeric instanceof NumberColumn<?, T> column ? column : (NumberExpression<T>) numeric;
  }

  static <T extends Number> Operand<T, ?> operand(NullableNumeric<T> numeric) {
    return numeric instanceof NullableNumberColumn<?, T> column
        ? column
        : (NullableNumberExpression<T>) numeric;
  }

  static <T extends Number> Operand<T, ?> value(Numeric<T> numeric, T value) {
    return operand(numeric).value(value);
  }

  static <T extends Number> Operand<T, ?> value(NullableNumeric<T> numeric, T value) {
    return operand(numeric).value(value);
  }

  static <T extends Number> NumberExpression<T> of(
      Operand<T, ?> left, String operator, Operand<T, ?> right) {
    return new NumberExpression<>(left.type(), Calls.binary(left, operator, right));
  }

  static <T extends Number> NullableNumberExpression<T> nullable(
      Operand<T, ?> left, String operator, Operand<T, ?> right) {
    return new NullableNumberExpression<>(left.type(), Calls.binary(left, operator, right));
  }
}
