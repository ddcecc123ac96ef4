package dev.varve.runtime.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range: what lies between two bounds, of which either may belong to it or be missing.
 *
 * <p>PostgreSQL writes ranges of whole numbers and of days in one form only, {@code [low,high)}: a
 * range that goes in as {@code [1,3]} comes back as {@code [1,4)}.
 *
 * @param <T> the type of the bounds
 */
public final class Range<T> {
  private final boolean empty;
  private final @Nullable T lower;
  private final boolean lowerInclusive;
  private final @Nullable T upper;
  private final boolean upperInclusive;

  private Range(
      boolean empty,
      @Nullable T lower,
      boolean lowerInclusive,
      @Nullable T upper,
      boolean upperInclusive) {
    this.empty = empty;
    this.lower = lower;
    this.lowerInclusive = lowerInclusive && lower != null;
    this.upper = upper;
    this.upperInclusive = upperInclusive && upper != null;
  }

  /** A range of these bounds; one that is null is missing, and so belongs to no range. */
  public static <T> Range<T> of(
      @Nullable T lower, boolean lowerInclusive, @Nullable T upper, boolean upperInclusive) {
    return new Range<>(false, lower, lowerInclusive, upper, upperInclusive);
  }

  /** {@code empty}: it holds nothing, and has no bounds. */
  public static <T> Range<T> empty() {
    return new Range<>(true, null, false, null, false);
  }

  /** {@code (,)}: it holds everything. */
  public static <T> Range<T> all() {
    return of(null, false, null, false);
  }

  /** {@code [lower,upper]}. */
  public static <T> Range<T> closed(T lower, T upper) {
    return of(lower, true, upper, true);
  }

  /** {@code [lower,upper)}. */
  public static <T> Range<T> closedOpen(T lower, T upper) {
    return of(lower, true, upper, false);
  }

  /** {@code [lower,)}. */
  public static <T> Range<T> atLeast(T lower) {
    return of(lower, true, null, false);
  }

  /** {@code (,upper)}. */
  public static <T> Range<T> lessThan(T upper) {
    return of(null, false, upper, false);
  }

  public boolean isEmpty() {
    return empty;
  }

  public Optional<T> lower() {
    return Optional.ofNullable(lower);
  }

  public boolean lowerInclusive() {
    return lowerInclusive;
  }

  public Optional<T> upper() {
    return Optional.ofNullable(upper);
  }

  public boolean upperInclusive() {
    return upperInclusive;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Range<?> that
        && empty == that.empty
        && lowerInclusive == that.lowerInclusive
        && upperInclusive == that.upperInclusive
        && lower().equals(that.lower())
        && upper().equals(that.upper());
  }

  @Override
  public int hashCode() {
    return 31 * lower().hashCode() + upper().hashCode();
  }

  @Override
  public String toString() {
    return empty
        ? "empty"
        : (lowerInclusive ? "[" : "(")
            + lower().map(Object::toString).orElse("")
            + ","
            + upper().map(Object::toString).orElse("")
            + (upperInclusive ? "]" : ")");
  }
}
