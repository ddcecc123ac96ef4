package dev.varve.runtime.query;

/** What numbers that are never NULL can do beyond being compared. */
public sealed interface Numeric<T extends Number> permits NumberColumn, NumberExpression {
  default NumberExpression<T> plus(T value) {
    return Arithmetic.of(Arithmetic.operand(this), " + ", Arithmetic.value(this, value));
  }

  default NumberExpression<T> plus(Expression<T> value) {
    return Arithmetic.of(Arithmetic.operand(this), " + ", value);
  }

  default NullableNumberExpression<T> plus(NullableExpression<T> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " + ", value);
  }

  default NumberExpression<T> minus(T value) {
    return Arithmetic.of(Arithmetic.operand(this), " - ", Arithmetic.value(this, value));
  }

  default NumberExpression<T> minus(Expression<T> value) {
    return Arithmetic.of(Arithmetic.operand(this), " - ", value);
  }

  default NullableNumberExpression<T> minus(NullableExpression<T> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " - ", value);
  }

  default NumberExpression<T> times(T value) {
    return Arithmetic.of(Arithmetic.operand(this), " * ", Arithmetic.value(this, value));
  }

  default NumberExpression<T> times(Expression<T> value) {
    return Arithmetic.of(Arithmetic.operand(this), " * ", value);
  }

  default NullableNumberExpression<T> times(NullableExpression<T> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " * ", value);
  }

  /** Division by zero is an error; of whole numbers it cuts the fraction off. */
  default NumberExpression<T> dividedBy(T value) {
    return Arithmetic.of(Arithmetic.operand(this), " / ", Arithmetic.value(this, value));
  }

  /** Division by zero is an error; of whole numbers it cuts the fraction off. */
  default NumberExpression<T> dividedBy(Expression<T> value) {
    return Arithmetic.of(Arithmetic.operand(this), " / ", value);
  }

  /** Division by zero is an error; of whole numbers it cuts the fraction off. */
  default NullableNumberExpression<T> dividedBy(NullableExpression<T> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " / ", value);
  }

  /** The remainder of a division; it has the sign of the dividend. */
  default NumberExpression<T> modulo(T value) {
    return Arithmetic.of(Arithmetic.operand(this), " % ", Arithmetic.value(this, value));
  }

  /** The remainder of a division; it has the sign of the dividend. */
  default NumberExpression<T> modulo(Expression<T> value) {
    return Arithmetic.of(Arithmetic.operand(this), " % ", value);
  }

  /** The remainder of a division; it has the sign of the dividend. */
  default NullableNumberExpression<T> modulo(NullableExpression<T> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " % ", value);
  }
}
