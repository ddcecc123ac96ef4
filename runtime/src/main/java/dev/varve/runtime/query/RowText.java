package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's text of a row: {@code (1,"a b",)}. <a
 * href="https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-IO-SYNTAX">PostgreSQL:
 * composite type input and output</a>.
 */
final class RowText {
  private RowText() {}

  /** What is empty is NULL; all else is quoted, so that nothing in it has a meaning. */
  static String write(List<Optional<String>> parts) {
    StringBuilder out = new StringBuilder(64).append('(');
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      parts.get(i).ifPresent(text -> quote(text, out));
    }
    return out.append(')').toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append(c);
      }
      out.append(c);
    }
    out.append('"');
  }

  /** The parts of a row that has so many. */
  static List<Optional<String>> parse(String text, int count) {
    List<Optional<String>> parts = new ArrayList<>(count);
    int at = 1;
    int end = text.length() - 1;
    if (!text.startsWith("(") || text.charAt(end) != ')') {
      throw new QueryException("Not the text of a row: " + text);
    }
    while (at <= end && !(at == end && parts.isEmpty() && count == 0)) {
      StringBuilder part = new StringBuilder();
      boolean present = false;
      boolean quoted = false;
      while (at < end && (quoted || text.charAt(at) != ',')) {
        char c = text.charAt(at);
        present = true;
        if (c == '"' && quoted && text.charAt(at + 1) == '"') {
          part.append('"');
          at++;
        } else if (c == '"') {
          quoted = !quoted;
        } else {
          at += c == '\\' ? 1 : 0;
          part.append(text.charAt(at));
        }
        at++;
      }
      parts.add(present ? Optional.of(part.toString()) : Optional.empty());
      at++;
    }
    if (parts.size() != count) {
      throw new QueryException(
          "A row of " + parts.size() + " parts, where " + count + " are expected: " + text);
    }
    return parts;
  }
}
