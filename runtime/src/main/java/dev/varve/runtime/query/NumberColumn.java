package dev.varve.runtime.query;

/** A column of numbers that is NOT NULL. */
public final class NumberColumn<S, T extends Number> extends Column<S, T> {
  NumberColumn(ColumnOf<T> column) {
    super(column);
  }

  /** Of a version: one more than before. */
  Assignment<S> next() {
    return to(new Next<>(this));
  }

  public Expression<T> plus(T value) {
    return plus(value(value));
  }

  public Expression<T> plus(Expression<T> value) {
    return new Calculation<>(this, " + ", value);
  }

  public Expression<T> minus(T value) {
    return minus(value(value));
  }

  public Expression<T> minus(Expression<T> value) {
    return new Calculation<>(this, " - ", value);
  }

  /** {@code left operator right}; its type is that of the left side. */
  private static final class Calculation<T> extends Expression<T> {
    private final Expression<T> left;
    private final String operator;
    private final Expression<T> right;

    Calculation(Expression<T> left, String operator, Expression<T> right) {
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

  /** {@code version + 1}, the same text for every type of number. */
  private static final class Next<T> extends Expression<T> {
    private final Expression<T> version;

    Next(Expression<T> version) {
      this.version = version;
    }

    @Override
    Type<T> type() {
      return version.type();
    }

    @Override
    void write(Sql sql) {
      version.write(sql);
      sql.append(" + 1");
    }
  }
}
