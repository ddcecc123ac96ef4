package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type whose values travel as their texts, and are cast. */
final class TextualType<T> extends Type<T> {
  private final Function<String, T> parse;
  private final Function<T, String> write;
  private final String placeholder;

  TextualType(String sqlName, Function<String, T> parse, Function<T, String> write) {
    super(sqlName);
    this.parse = parse;
    this.write = write;
    this.placeholder = "?::" + sqlName;
  }

  @Override
  String placeholder() {
    return placeholder;
  }

  @Override
  void bind(PreparedStatement statement, int index, T value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  @Nullable
  T read(RowReader row, int at) throws SQLException {
    String text = row.getStringOrNull(at);
    return text == null ? null : parse(text);
  }

  @Override
  String text(T value) {
    return write.apply(value);
  }

  @Override
  T parse(String text) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new QueryException(
          "A value of type " + sqlName() + " cannot be read: " + e.getMessage(), e);
    }
  }
}
