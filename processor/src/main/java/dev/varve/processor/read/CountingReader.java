package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.IdentityOptions;
import java.util.Optional;
import java.util.TreeSet;

/** How something counts, by the members that {@code @Identity} and {@code @Sequence} share. */
final class CountingReader {
  private final Diagnostics diagnostics;

  CountingReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** @param what what counts, with its article */
  IdentityOptions options(Annotated annotation, Scalar type, String what) {
    long increment = annotation.whole("increment").orElse(1L);
    long cache = annotation.whole("cache").orElse(1L);
    boolean up = increment > 0;
    long lowest = up ? 1 : least(type);
    long highest = up ? -least(type) - 1 : -1;
    long min = annotation.whole("min").orElse(lowest);
    long max = annotation.whole("max").orElse(highest);
    long start = annotation.whole("start").orElse(up ? min : max);
    TreeSet<String> wrong = new TreeSet<>();
    if (increment == 0) {
      wrong.add("increment");
    }
    if (cache < 1) {
      wrong.add("cache");
    }
    if (min >= max || min < least(type)) {
      wrong.add("min");
    }
    if (max > -(least(type) + 1)) {
      wrong.add("max");
    }
    if (start < min || start > max) {
      wrong.add("start");
    }
    for (String member : wrong) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at(member),
          member
              + " = "
              + value(member, start, increment, min, max, cache)
              + " does not fit: "
              + what
              + " of type "
              + type.sql()
              + " counts from min to max, here "
              + min
              + " to "
              + max
              + ", begins there, and neither stands still nor caches less than 1. Correct it.");
    }
    return wrong.isEmpty()
        ? new IdentityOptions(
            annotation.flag("byDefault").orElse(false),
            Optional.of(start),
            increment,
            Optional.of(min).filter(value -> value != lowest),
            Optional.of(max).filter(value -> value != highest),
            cache,
            annotation.flag("cycle").orElse(false))
        : IdentityOptions.ALWAYS;
  }

  private static long value(
      String member, long start, long increment, long min, long max, long cache) {
    return switch (member) {
      case "start" -> start;
      case "increment" -> increment;
      case "min" -> min;
      case "max" -> max;
      default -> cache;
    };
  }

  private static long least(Scalar type) {
    return switch (ValueReader.WHOLE.indexOf(type)) {
      case 0 -> Short.MIN_VALUE;
      case 1 -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }
}
