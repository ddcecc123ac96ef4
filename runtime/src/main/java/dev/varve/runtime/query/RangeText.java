package dev.varve.runtime.query;

import dev.varve.runtime.value.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's text of a range, {@code ["a","b")}, or of a multirange, <code>{[1,2),[5,)}</code>.
 * <a href="https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-IO">PostgreSQL: range
 * input and output</a>.
 */
final class RangeText {
  private final String text;
  private int at;

  /** Of one that the server wrote. */
  RangeText(String text) {
    this.text = text;
  }

  static <T> String write(Type<T> element, Range<T> range) {
    if (range.isEmpty()) {
      return "empty";
    }
    return (range.lowerInclusive() ? "[" : "(")
        + range.lower().map(value -> quoted(element.text(value))).orElse("")
        + ","
        + range.upper().map(value -> quoted(element.text(value))).orElse("")
        + (range.upperInclusive() ? "]" : ")");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  <T> List<Range<T>> ranges(Type<T> element) {
    List<Range<T>> ranges = new ArrayList<>();
    // Behind the brace, and behind every comma.
    for (at = 1; at < text.length() - 1; at++) {
      ranges.add(range(element));
    }
    return ranges;
  }

  <T> Range<T> range(Type<T> element) {
    if (text.startsWith("empty", at)) {
      at += "empty".length();
      return Range.empty();
    }
    boolean lowerInclusive = text.charAt(at++) == '[';
    T lower = bound(element);
    at++;
    T upper = bound(element);
    return Range.of(lower, lowerInclusive, upper, text.charAt(at++) == ']');
  }

  private <T> @Nullable T bound(Type<T> element) {
    int start = at;
    boolean quoted = false;
    StringBuilder bound = new StringBuilder();
    for (; quoted || ",)]".indexOf(text.charAt(at)) < 0; at++) {
      char c = text.charAt(at);
      if (c == '"' && quoted && text.charAt(at + 1) == '"') {
        bound.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else {
        at += c == '\\' ? 1 : 0;
        bound.append(text.charAt(at));
      }
    }
    return at == start ? null : element.parse(bound.toString());
  }
}
