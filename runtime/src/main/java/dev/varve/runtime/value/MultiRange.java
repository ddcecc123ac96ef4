package dev.varve.runtime.value;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A multirange: ranges. PostgreSQL sorts them, joins those that meet, and leaves out empty ones.
 *
 * @param <T> the type of the bounds
 */
public record MultiRange<T>(List<Range<T>> ranges) {
  public MultiRange {
    ranges = List.copyOf(ranges);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> MultiRange<T> of(Range<T>... ranges) {
    return new MultiRange<>(List.of(ranges));
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
