package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array, of several dimensions if its elements are arrays; it travels as its text and is cast. */
final class ArrayType<T> extends Type<List<T>> {
  private final Type<T> element;
  private final String placeholder;

  ArrayType(Type<T> element) {
    // To PostgreSQL, arrays of arrays have the type of arrays.
    super(element.isArray() ? element.sqlName() : element.sqlName() + "[]", element.isSensitive());
    this.element = element;
    this.placeholder = element.castArray("?");
  }

  @Override
  String placeholder() {
    return placeholder;
  }

  @Override
  boolean isArray() {
    return true;
  }

  @Override
  Type<?> element() {
    return element;
  }

  @Override
  String cast(String expression) {
    return element.castArray(expression);
  }

  @Override
  String castArray(String expression) {
    return cast(expression);
  }

  @Override
  void bind(PreparedStatement statement, int index, List<T> value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  @Nullable
  List<T> read(RowReader row, int at) throws SQLException {
    if (row.isText() || !element.isArrayOfDriver()) {
      String text = row.getStringOrNull(at);
      return text == null ? null : parse(text);
    }
    Object[] elements = row.getArrayOrNull(at);
    return elements == null ? null : Collections.unmodifiableList(Arrays.asList(cast(elements)));
  }

  @SuppressWarnings("unchecked")
  private T[] cast(Object[] elements) {
    for (Object part : elements) {
      if (part instanceof Object[]) {
        throw ArrayText.dimensions();
      }
    }
    return (T[]) elements;
  }

  @Override
  String text(List<T> value) {
    StringBuilder out = new StringBuilder(16 + 8 * value.size());
    append(value, out);
    return out.toString();
  }

  @Override
  void append(List<T> value, StringBuilder out) {
    ArrayText.write(element, value, out);
  }

  @Override
  List<T> parse(String text) {
    return ArrayText.parse(element, text);
  }
}
