package dev.varve.runtime.query;

import java.math.BigDecimal;

/** Functions of numbers; made to be imported statically. Arithmetic is {@link Numeric}. */
public final class Numbers {
  private Numbers() {}

  public static <T extends Number> NumberExpression<T> abs(Expression<T> value) {
    return new NumberExpression<>(value.type(), Calls.call("abs", value));
  }

  public static <T extends Number> NullableNumberExpression<T> abs(NullableExpression<T> value) {
    return new NullableNumberExpression<>(value.type(), Calls.call("abs", value));
  }

  /** The next whole number above. */
  public static <T extends Number> NumberExpression<T> ceil(Expression<T> value) {
    return new NumberExpression<>(value.type(), same(value, Calls.call("ceil", value)));
  }

  /** The next whole number above. */
  public static <T extends Number> NullableNumberExpression<T> ceil(NullableExpression<T> value) {
    return new NullableNumberExpression<>(value.type(), same(value, Calls.call("ceil", value)));
  }

  /** The next whole number below. */
  public static <T extends Number> NumberExpression<T> floor(Expression<T> value) {
    return new NumberExpression<>(value.type(), same(value, Calls.call("floor", value)));
  }

  /** The next whole number below. */
  public static <T extends Number> NullableNumberExpression<T> floor(NullableExpression<T> value) {
    return new NullableNumberExpression<>(value.type(), same(value, Calls.call("floor", value)));
  }

  /** The nearest whole number. */
  public static <T extends Number> NumberExpression<T> round(Expression<T> value) {
    return new NumberExpression<>(value.type(), same(value, Calls.call("round", value)));
  }

  /** The nearest whole number. */
  public static <T extends Number> NullableNumberExpression<T> round(NullableExpression<T> value) {
    return new NullableNumberExpression<>(value.type(), same(value, Calls.call("round", value)));
  }

  /** Rounded to so many digits after the point. */
  public static NumberExpression<BigDecimal> round(Expression<BigDecimal> value, int digits) {
    return new NumberExpression<>(Type.DECIMAL, Calls.call("round", value, Calls.number(digits)));
  }

  public static NumberExpression<Double> power(
      Expression<? extends Number> value, double exponent) {
    return new NumberExpression<>(
        Type.DOUBLE, Calls.call("power", asDouble(value), Calls.value(Type.DOUBLE, exponent)));
  }

  public static NumberExpression<Double> sqrt(Expression<? extends Number> value) {
    return new NumberExpression<>(Type.DOUBLE, Calls.call("sqrt", asDouble(value)));
  }

  /** The natural logarithm. */
  public static NumberExpression<Double> ln(Expression<? extends Number> value) {
    return new NumberExpression<>(Type.DOUBLE, Calls.call("ln", asDouble(value)));
  }

  /** Rounded to so many digits after the point. */
  public static NullableNumberExpression<BigDecimal> round(
      NullableExpression<BigDecimal> value, int digits) {
    return new NullableNumberExpression<>(
        Type.DECIMAL, Calls.call("round", value, Calls.number(digits)));
  }

  public static NullableNumberExpression<Double> power(
      NullableExpression<? extends Number> value, double exponent) {
    return new NullableNumberExpression<>(
        Type.DOUBLE, Calls.call("power", asDouble(value), Calls.value(Type.DOUBLE, exponent)));
  }

  public static NullableNumberExpression<Double> sqrt(NullableExpression<? extends Number> value) {
    return new NullableNumberExpression<>(Type.DOUBLE, Calls.call("sqrt", asDouble(value)));
  }

  /** The natural logarithm. */
  public static NullableNumberExpression<Double> ln(NullableExpression<? extends Number> value) {
    return new NullableNumberExpression<>(Type.DOUBLE, Calls.call("ln", asDouble(value)));
  }

  /** A number from 0 to 1, another one for each row. */
  public static NumberExpression<Double> random() {
    return new NumberExpression<>(Type.DOUBLE, Calls.call("random"));
  }

  /** Most functions of whole numbers give another type, and are taken back to theirs. */
  private static Node same(Operand<? extends Number, ?> value, Node call) {
    Type<? extends Number> type = value.type();
    boolean kept = type == Type.DOUBLE || type == Type.DECIMAL;
    return kept ? call : Calls.cast(new Computed<>(Type.DOUBLE, call), type.sqlName());
  }

  private static Operand<Double, ?> asDouble(Operand<? extends Number, ?> value) {
    return new Computed<>(Type.DOUBLE, Calls.cast(value, Type.DOUBLE.sqlName()));
  }
}
