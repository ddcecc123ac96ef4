package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type whose values are shown to Java as another one. */
final class MappedType<T, U> extends Type<U> {
  private final Type<T> type;
  private final Function<T, U> read;
  private final Function<U, T> write;

  MappedType(Type<T> type, Function<T, U> read, Function<U, T> write) {
    super(type.sqlName());
    this.type = type;
    this.read = read;
    this.write = write;
  }

  @Override
  String placeholder() {
    return type.placeholder();
  }

  @Override
  boolean isArray() {
    return type.isArray();
  }

  @Override
  boolean isTakenApart() {
    return type.isTakenApart();
  }

  @Override
  Type<?> element() {
    return type.element();
  }

  @Override
  String cast(String expression) {
    return type.cast(expression);
  }

  @Override
  String castArray(String expression) {
    return type.castArray(expression);
  }

  @Override
  void bind(PreparedStatement statement, int index, U value) throws SQLException {
    type.bind(statement, index, write.apply(value));
  }

  @Override
  @Nullable
  U read(RowReader row, int at) throws SQLException {
    T value = type.read(row, at);
    return value == null ? null : read.apply(value);
  }

  @Override
  String text(U value) {
    return type.text(write.apply(value));
  }

  @Override
  void append(U value, StringBuilder out) {
    type.append(write.apply(value), out);
  }

  @Override
  boolean isPlain() {
    return type.isPlain();
  }

  @Override
  U parse(String text) {
    return read.apply(type.parse(text));
  }
}
