package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/** A value of the caller's, which always travels as a parameter. */
final class Value<T> extends Expression<T> {
  Value(Type<T> type, T value) {
    super(type, node(type, value));
  }

  /** What is written of a value. */
  static <T> Node node(Type<T> type, T value) {
    return sql -> sql.parameter(type, value);
  }

  /**
   * With its type in the text, for places from which PostgreSQL could not tell it, or would take
   * another one.
   */
  static Node typed(Type<?> type, @Nullable Object value) {
    return sql -> sql.typedParameter(type, value);
  }
}
