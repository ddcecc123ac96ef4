package dev.varve.processor.pull;

import dev.varve.runtime.schema.IdentityOptions;

/** How {@code @Identity} and {@code @Sequence} say in which way something counts. */
final class Counting {
  private Counting() {}

  static Annotation say(Annotation annotation, IdentityOptions options) {
    options.start().ifPresent(value -> annotation.with("start", number(value)));
    if (options.increment() != 1) {
      annotation.with("increment", number(options.increment()));
    }
    options.min().ifPresent(value -> annotation.with("min", number(value)));
    options.max().ifPresent(value -> annotation.with("max", number(value)));
    if (options.cache() != 1) {
      annotation.with("cache", number(options.cache()));
    }
    return annotation.flag("cycle", options.cycle(), false);
  }

  private static String number(long value) {
    boolean small = value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    return value + (small ? "" : "L");
  }
}
