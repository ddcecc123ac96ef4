package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** An interval as its text, where a duration or period is a parameter. */
final class IntervalType extends Type<String> {
  IntervalType() {
    super("interval");
  }

  @Override
  String placeholder() {
    return "?::interval";
  }

  @Override
  void bind(PreparedStatement statement, int index, String value) throws SQLException {
    statement.setObject(index, value, Types.OTHER);
  }

  @Override
  @Nullable
  String read(RowReader row, int at) throws SQLException {
    return row.getStringOrNull(at);
  }

  @Override
  String text(String value) {
    return value;
  }

  @Override
  String parse(String text) {
    return text;
  }
}
