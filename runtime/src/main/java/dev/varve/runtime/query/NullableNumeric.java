package dev.varve.runtime.query;

/** What numbers that may be NULL can do beyond being compared; with NULL the result is NULL. */
public sealed interface NullableNumeric<T extends Number>
    permits NullableNumberColumn, NullableNumberExpression {
  default NullableNumberExpression<T> plus(T value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " + ", Arithmetic.value(this, value));
  }

  default NullableNumberExpression<T> plus(Operand<T, ?> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " + ", value);
  }

  default NullableNumberExpression<T> minus(T value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " - ", Arithmetic.value(this, value));
  }

  default NullableNumberExpression<T> minus(Operand<T, ?> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " - ", value);
  }

  default NullableNumberExpression<T> times(T value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " * ", Arithmetic.value(this, value));
  }

  default NullableNumberExpression<T> times(Operand<T, ?> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " * ", value);
  }

  /** Division by zero is an error; of whole numbers it cuts the fraction off. */
  default NullableNumberExpression<T> dividedBy(T value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " / ", Arithmetic.value(this, value));
  }

  /** Division by zero is an error; of whole numbers it cuts the fraction off. */
  default NullableNumberExpression<T> dividedBy(Operand<T, ?> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " / ", value);
  }

  /** The remainder of a division; it has the sign of the dividend. */
  default NullableNumberExpression<T> modulo(T value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " % ", Arithmetic.value(this, value));
  }

  /** The remainder of a division; it has the sign of the dividend. */
  default NullableNumberExpression<T> modulo(Operand<T, ?> value) {
    return Arithmetic.nullable(Arithmetic.operand(this), " % ", value);
  }
}
