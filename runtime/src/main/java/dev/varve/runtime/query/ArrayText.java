package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's text of an array: <code>{"a","b",NULL}</code>. <a
 * href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">PostgreSQL: array input and
 * output</a>.
 */
final class ArrayText {
  private ArrayText() {}

  static <T> String write(Type<T> type, Iterable<? extends @Nullable T> elements) {
    StringBuilder out = new StringBuilder(64);
    char separator = '{';
    for (T element : elements) {
      out.append(separator);
      separator = type.delimiter();
      if (element == null) {
        out.append("NULL");
      } else {
        quote(type.text(element), out);
      }
    }
    return separator == '{' ? "{}" : out.append('}').toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  static <T> List<T> parse(Type<T> type, String text) {
    if (!text.startsWith("{")) {
      throw new QueryException(
          "An array that does not start with its first element cannot be read: " + text);
    }
    List<T> elements = new ArrayList<>();
    int end = text.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '{') {
        throw nested();
      }
      if (c == '"') {
        StringBuilder element = new StringBuilder();
        for (i++; text.charAt(i) != '"'; i++) {
          if (text.charAt(i) == '\\') {
            i++;
          }
          element.append(text.charAt(i));
        }
        i++;
        elements.add(type.parse(element.toString()));
      } else {
        int comma = text.indexOf(type.delimiter(), i);
        String element = text.substring(i, comma < 0 ? end : comma);
        elements.add(element.equals("NULL") ? null : type.parse(element));
        i += element.length();
      }
    }
    return Collections.unmodifiableList(elements);
  }

  static QueryException nested() {
    return new QueryException("An array of more than one dimension cannot be read as a list.");
  }
}
