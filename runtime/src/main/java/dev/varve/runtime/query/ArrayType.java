package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of one dimension; it travels as its text and is cast. */
final class ArrayType<T> extends Type<List<T>> {
  private final Type<T> element;
  private final String placeholder;

  ArrayType(Type<T> element) {
    super(element.sqlName() + "[]");
    this.element = element;
    this.placeholder = element.castArray("?");
  }

  @Override
  String placeholder() {
    return placeholder;
  }

  @Override
  boolean isSensitive() {
    return element.isSensitive();
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
        throw ArrayText.nested();
      }
    }
    return (T[]) elements;
  }

  @Override
  String text(List<T> value) {
    return ArrayText.write(element, value);
  }

  @Override
  List<T> parse(String text) {
    return ArrayText.parse(element, text);
  }
}
