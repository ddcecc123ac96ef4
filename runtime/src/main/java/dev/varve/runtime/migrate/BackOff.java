package dev.varve.runtime.migrate;

import java.util.random.RandomGenerator;

/**
 * How long to sleep between attempts: about 50 ms, doubling up to five seconds, each time half of
 * it to one and a half of it, so that those who were refused together do not come again together.
 */
final class BackOff {
  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 5_000;

  private final RandomGenerator random;
  private long middle = FIRST_MILLIS;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /** The next pause in milliseconds. */
  long next() {
    long pause = middle / 2 + random.nextLong(middle + 1);
    middle = Math.min(middle * 2, LONGEST_MILLIS);
    return pause;
  }
}
