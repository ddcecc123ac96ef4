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

  static <T> void write(Type<T> type, List<? extends @Nullable T> elements, StringBuilder out) {
    char delimiter = type.sqlName().equals("box[]") ? ';' : type.delimiter();
    char separator = '{';
    for (int i = 0; i < elements.size(); i++) {
      T element = elements.get(i);
      out.append(separator);
      separator = delimiter;
      if (type.isArray()) {
        nested(type, element, out);
      } else {
        element(type, element, out);
      }
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  /** An array in an array. That all have one length is left to the server. */
  private static <T> void nested(Type<T> type, @Nullable T element, StringBuilder out) {
    int start = out.length();
    if (element != null) {
      type.append(element, out);
    }
    if (out.length() - start <= 2) {
      throw new QueryException("An array of arrays has no place for one that is NULL or empty.");
    }
  }

  /** An element of an array of one dimension. An array among them is a text. */
  static <T> void element(Type<T> type, @Nullable T element, StringBuilder out) {
    if (element == null) {
      out.append("NULL");
    } else if (type.isPlain()) {
      type.append(element, out);
    } else {
      quote(type.text(element), out);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append(text, written, i).append('\\');
        written = i;
      }
    }
    out.append(text, written, text.length()).append('"');
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
