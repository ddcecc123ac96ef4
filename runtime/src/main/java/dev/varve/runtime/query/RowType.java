package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A composite type; its values travel as their texts, and are cast. */
final class RowType<T> extends Type<T> {
  private final Function<String, T> parse;
  private final Function<T, String> write;

  RowType(String sqlName, Function<String, T> parse, Function<T, String> write) {
    super(Sql.typeName(sqlName));
    this.parse = parse;
    this.write = write;
  }

  @Override
  String placeholder() {
    return "?::" + sqlName();
  }

  @Override
  boolean isTakenApart() {
    return true;
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
    return parse.apply(text);
  }
}
