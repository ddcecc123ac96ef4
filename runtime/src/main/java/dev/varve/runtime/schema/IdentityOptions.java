package dev.varve.runtime.schema;

import java.util.Optional;

/**
 * How an identity column counts.
 *
 * @param byDefault whether an insert may give a value of its own
 * @param start the first value; empty for the least one, or the greatest if it counts down
 * @param min empty for 1, or the least value of the type if it counts down
 * @param max empty for the greatest value of the type, or -1 if it counts down
 * @param cache how many values a session takes at once
 * @param cycle whether it begins again behind the last value
 */
public record IdentityOptions(
    boolean byDefault,
    Optional<Long> start,
    long increment,
    Optional<Long> min,
    Optional<Long> max,
    long cache,
    boolean cycle) {
  /** {@code GENERATED ALWAYS AS IDENTITY}. */
  public static final IdentityOptions ALWAYS =
      new IdentityOptions(false, Optional.empty(), 1, Optional.empty(), Optional.empty(), 1, false);

  public IdentityOptions {
    if (increment == 0 || cache < 1) {
      throw new IllegalArgumentException("An identity counts by something, and caches 1 or more");
    }
    if (min.isPresent() && max.isPresent() && min.get() >= max.get()) {
      throw new IllegalArgumentException("The least value of an identity is below the greatest");
    }
    long first = increment > 0 ? min.orElse(1L) : max.orElse(-1L);
    start = start.filter(value -> value != first);
  }

  public IdentityOptions withByDefault(boolean newByDefault) {
    return new IdentityOptions(newByDefault, start, increment, min, max, cache, cycle);
  }

  public boolean ascending() {
    return increment > 0;
  }

  /** The first value. */
  public long first() {
    return start.orElseGet(() -> ascending() ? min.orElse(1L) : max.orElse(-1L));
  }
}
