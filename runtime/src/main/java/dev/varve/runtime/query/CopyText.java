package dev.varve.runtime.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text format of {@code COPY}. <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL: COPY</a>.
 */
final class CopyText {
  private CopyText() {}

  static void escape(String text, StringBuilder out) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escaped = c > '\\' ? -1 : "\\\t\n\r".indexOf(c);
      if (escaped >= 0) {
        out.append(text, written, i).append('\\').append("\\tnr".charAt(escaped));
        written = i + 1;
      }
    }
    out.append(text, written, text.length());
  }

  /** The fields of one row; NULL is null. */
  static List<@Nullable String> fields(byte[] row) {
    String line = new String(row, StandardCharsets.UTF_8);
    int end = line.endsWith("\n") ? line.length() - 1 : line.length();
    List<@Nullable String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean none = false;
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        fields.add(none ? null : field.toString());
        field.setLength(0);
        none = false;
      } else if (c == '\\') {
        i++;
        none = line.charAt(i) == 'N';
        field.append(unescaped(line.charAt(i)));
      } else {
        field.append(c);
      }
    }
    fields.add(none ? null : field.toString());
    return fields;
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      default -> c;
    };
  }
}
