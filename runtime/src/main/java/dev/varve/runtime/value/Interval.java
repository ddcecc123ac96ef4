package dev.varve.runtime.value;

import java.time.Duration;
import java.time.Period;

/**
 * An {@code interval}: months, days and microseconds, which PostgreSQL keeps apart, since months
 * and days differ in length. <a
 * href="https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-INPUT">PostgreSQL:
 * intervals</a>.
 */
public record Interval(int months, int days, long microseconds) {
  public static final Interval ZERO = new Interval(0, 0, 0);

  /** {@code infinity}, which PostgreSQL knows from version 17 on. */
  public static final Interval MAX =
      new Interval(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

  /** {@code -infinity}, which PostgreSQL knows from version 17 on. */
  public static final Interval MIN =
      new Interval(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

  /**
   * Of hours, minutes and seconds only, rounded to microseconds.
   *
   * @throws ArithmeticException beyond 292,000 years
   */
  public static Interval of(Duration duration) {
    long seconds = Math.multiplyExact(duration.getSeconds(), 1_000_000L);
    return new Interval(0, 0, Math.addExact(seconds, (duration.getNano() + 500) / 1_000));
  }

  /** Of years, months and days only. */
  public static Interval of(Period period) {
    return new Interval(Math.toIntExact(period.toTotalMonths()), period.getDays(), 0);
  }

  /**
   * As hours, minutes and seconds.
   *
   * @throws ArithmeticException if it has months or days, whose length is open
   */
  public Duration toDuration() {
    if (months != 0 || days != 0) {
      throw new ArithmeticException(
          "The interval " + this + " has months or days, and a Duration has not");
    }
    return Duration.ofSeconds(
        Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000);
  }

  /**
   * As years, months and days.
   *
   * @throws ArithmeticException if it has hours, minutes or seconds
   */
  public Period toPeriod() {
    if (microseconds != 0) {
      throw new ArithmeticException(
          "The interval " + this + " has hours, minutes or seconds, and a Period has not");
    }
    return Period.of(months / 12, months % 12, days);
  }

  /** Reads the styles {@code postgres}, which is a server's default, and {@code iso_8601}. */
  public static Interval parse(String text) {
    if (text.equals("infinity")) {
      return MAX;
    }
    return text.equals("-infinity") ? MIN : IntervalText.parse(text);
  }

  /** In ISO 8601, which every server reads in one way. */
  @Override
  public String toString() {
    if (equals(MAX)) {
      return "infinity";
    }
    return equals(MIN) ? "-infinity" : IntervalText.write(this);
  }
}
