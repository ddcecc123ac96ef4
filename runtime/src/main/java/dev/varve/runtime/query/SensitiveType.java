package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A type whose values are shown to nobody but the server and who reads them. */
final class SensitiveType<T> extends Type<T> {
  private final Type<T> type;

  SensitiveType(Type<T> type) {
    super(type.sqlName(), true);
    this.type = type;
  }

  @Override
  String placeholder() {
    return type.placeholder();
  }

  @Override
  void bind(PreparedStatement statement, int index, T value) throws SQLException {
    type.bind(statement, index, value);
  }

  @Override
  @Nullable
  T read(RowReader row, int at) throws SQLException {
    try {
      return type.read(row, at);
    } catch (QueryException e) {
      throw unreadable(e);
    }
  }

  @Override
  String text(T value) {
    return type.text(value);
  }

  @Override
  T parse(String text) {
    try {
      return type.parse(text);
    } catch (QueryException e) {
      throw unreadable(e);
    }
  }

  /** Without the cause, whose message may repeat the value. */
  private QueryException unreadable(QueryException cause) {
    QueryException bare =
        new QueryException("A sensitive value of type " + sqlName() + " cannot be read.");
    bare.setStackTrace(cause.getStackTrace());
    return bare;
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
  char delimiter() {
    return type.delimiter();
  }

  @Override
  boolean isArrayOfDriver() {
    return type.isArrayOfDriver();
  }
}
