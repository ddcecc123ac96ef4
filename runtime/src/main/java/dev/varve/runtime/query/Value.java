package dev.varve.runtime.query;

/** A value of the caller's, which always travels as a parameter. */
final class Value<T> extends Expression<T> {
  private final Type<T> type;
  private final T value;

  Value(Type<T> type, T value) {
    this.type = type;
    this.value = value;
  }

  @Override
  Type<T> type() {
    return type;
  }

  @Override
  void write(Sql sql) {
    sql.parameter(type, value);
  }
}
