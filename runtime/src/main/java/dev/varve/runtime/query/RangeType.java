package dev.varve.runtime.query;

import dev.varve.runtime.value.Range;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A range; it travels as its text and is cast. */
final class RangeType<T> extends Type<Range<T>> {
  private final Type<T> element;

  RangeType(String sqlName, Type<T> element) {
    super(sqlName);
    this.element = element;
  }

  @Override
  String placeholder() {
    return "?::" + sqlName();
  }

  @Override
  void bind(PreparedStatement statement, int index, Range<T> value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  @Nullable
  Range<T> read(RowReader row, int at) throws SQLException {
    String text = row.getStringOrNull(at);
    return text == null ? null : parse(text);
  }

  @Override
  String text(Range<T> value) {
    return RangeText.write(element, value);
  }

  @Override
  Range<T> parse(String text) {
    return new RangeText(text).range(element);
  }
}
