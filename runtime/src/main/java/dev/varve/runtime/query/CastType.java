package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The values of a type in a column of another one; they are cast on their way in. */
final class CastType<T> extends Type<T> {
  private final Type<T> type;
  private final String placeholder;

  CastType(Type<T> type, String sqlName) {
    super(sqlName);
    this.type = type;
    this.placeholder = "?::" + sqlName;
  }

  @Override
  String placeholder() {
    return placeholder;
  }

  @Override
  void bind(PreparedStatement statement, int index, T value) throws SQLException {
    type.bind(statement, index, value);
  }

  @Override
  @Nullable
  T read(RowReader row, int at) throws SQLException {
    return type.read(row, at);
  }

  @Override
  String text(T value) {
    return type.text(value);
  }

  @Override
  void append(T value, StringBuilder out) {
    type.append(value, out);
  }

  @Override
  boolean isPlain() {
    return type.isPlain();
  }

  @Override
  T parse(String text) {
    return type.parse(text);
  }
}
