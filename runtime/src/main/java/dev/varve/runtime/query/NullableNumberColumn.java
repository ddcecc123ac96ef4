package dev.varve.runtime.query;

/** A column of numbers that may be NULL. */
public final class NullableNumberColumn<S, T extends Number> extends NullableColumn<S, T> {
  NullableNumberColumn(ColumnOf<T> column) {
    super(column);
  }

  /** NULL where this column or the value is. */
  public NullableExpression<T> plus(T value) {
    return plus(value(value));
  }

  /** NULL where this column or the value is. */
  public NullableExpression<T> plus(Operand<T, ?> value) {
    return new Calculation<>(this, " + ", value);
  }

  /** NULL where this column or the value is. */
  public NullableExpression<T> minus(T value) {
    return minus(value(value));
  }

  /** NULL where this column or the value is. */
  public NullableExpression<T> minus(Operand<T, ?> value) {
    return new Calculation<>(this, " - ", value);
  }

  /** {@code left operator right}; its type is that of the left side. */
  private static final class Calculation<T> extends NullableExpression<T> {
    private final Operand<T, ?> left;
    private final String operator;
    private final Operand<T, ?> right;

    Calculation(Operand<T, ?> left, String operator, Operand<T, ?> right) {
      this.left = left;
      this.operator = operator;
      this.right = right;
    }

    @Override
    Type<T> type() {
      return left.type();
    }

    @Override
    void write(Sql sql) {
      sql.append("(");
      left.write(sql);
      sql.append(operator);
      right.write(sql);
      sql.append(")");
    }
  }
}
