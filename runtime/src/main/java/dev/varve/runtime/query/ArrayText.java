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

  /** The texts of the elements, also of elements that are arrays: an array of one dimension. */
  static <T> String write(Type<T> type, Iterable<? extends @Nullable T> elements) {
    return write(type, elements, false);
  }

  /** An array of arrays. That they have one length is left to the server. */
  static <T> String nested(Type<T> type, Iterable<? extends @Nullable T> elements) {
    return write(type, elements, true);
  }

  private static <T> String write(
      Type<T> type, Iterable<? extends @Nullable T> elements, boolean nested) {
    StringBuilder out = new StringBuilder(64);
    char delimiter = nested && type.sqlName().equals("box[]") ? ';' : type.delimiter();
    char separator = '{';
    for (T element : elements) {
      out.append(separator);
      separator = delimiter;
      String text = element == null ? "NULL" : type.text(element);
      if (nested) {
        if (!text.startsWith("{") || text.equals("{}")) {
          throw new QueryException(
              "An array of arrays has no place for one that is NULL or empty.");
        }
        out.append(text);
      } else if (element == null) {
        out.append(text);
      } else {
        quote(text, out);
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
      if ((c == '{') != type.isArray()) {
        throw dimensions();
      }
      if (c == '{') {
        int close = close(text, i);
        elements.add(type.parse(text.substring(i, close + 1)));
        i = close + 1;
      } else if (c == '"') {
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

  /** Where the array that opens here ends. */
  private static int close(String text, int open) {
    boolean quoted = false;
    int depth = 0;
    for (int i = open; ; i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '"' -> quoted = !quoted;
        case '{' -> depth += quoted ? 0 : 1;
        case '}' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
      if (depth == 0) {
        return i;
      }
    }
  }

  static QueryException dimensions() {
    return new QueryException(
        "The array has more dimensions or fewer than its type in Java, a list of lists for two.");
  }
}
