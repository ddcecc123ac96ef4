package dev.varve.runtime.query;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a row: of each column a new value, NULL, or nothing. Generated classes extend it; an
 * instance never changes.
 *
 * @param <S> the table
 */
public abstract class Patch<S> {
  private static final Object ABSENT = new Object();

  private final @Nullable Object[] values;

  /** The empty patch. */
  protected Patch(int columns) {
    values = new Object[columns];
    Arrays.fill(values, ABSENT);
  }

  protected Patch(@Nullable Object[] values) {
    this.values = values;
  }

  /** A copy of the values with one more; null is refused, as it never means to leave a value. */
  protected final @Nullable Object[] with(int column, Object value) {
    Objects.requireNonNull(value, "A patch takes a value; NULL has a method of its own, xyzNull()");
    return withNullable(column, value);
  }

  /** A copy of the values with one more, NULL. */
  protected final @Nullable Object[] withNull(int column) {
    return withNullable(column, null);
  }

  private @Nullable Object[] withNullable(int column, @Nullable Object value) {
    @Nullable Object[] changed = values.clone();
    changed[column] = value;
    return changed;
  }

  /** A copy of the values with those of an embedded record, from that column on. */
  protected final @Nullable Object[] withAll(int first, @Nullable Object[] embedded) {
    @Nullable Object[] changed = values.clone();
    System.arraycopy(embedded, 0, changed, first, embedded.length);
    return changed;
  }

  final boolean changes(int column) {
    return values[column] != ABSENT;
  }

  final @Nullable Object value(int column) {
    return values[column];
  }
}
