package dev.varve.runtime.query;

import dev.varve.runtime.value.MultiRange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A multirange; it travels as its text and is cast. */
final class MultiRangeType<T> extends Type<MultiRange<T>> {
  private final Type<T> element;

  MultiRangeType(String sqlName, Type<T> element) {
    super(sqlName);
    this.element = element;
  }

  @Override
  String placeholder() {
    return "?::" + sqlName();
  }

  @Override
  void bind(PreparedStatement statement, int index, MultiRange<T> value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  @Nullable
  MultiRange<T> read(RowReader row, int at) throws SQLException {
    String text = row.getStringOrNull(at);
    return text == null ? null : parse(text);
  }

  @Override
  String text(MultiRange<T> value) {
    return value.ranges().stream()
        .map(range -> RangeText.write(element, range))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  MultiRange<T> parse(String text) {
    return new MultiRange<>(new RangeText(text).ranges(element));
  }
}
