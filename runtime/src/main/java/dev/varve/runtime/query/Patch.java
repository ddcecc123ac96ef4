package dev.varve.runtime.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a row: of each column a new value, NULL, or nothing. An instance never changes.
 *
 * @param <S> the table
 */
public abstract class Patch<S> {
  private static final Object ABSENT = new Object();

  private final @Nullable Object[] values;

  Patch(@Nullable Object[] values) {
    this.values = values;
  }

  static @Nullable Object[] absent(int columns) {
    @Nullable Object[] values = new Object[columns];
    Arrays.fill(values, ABSENT);
    return values;
  }

  /** A copy, to be changed. */
  final @Nullable Object[] values() {
    return values.clone();
  }

  final boolean changes(int column) {
    return values[column] != ABSENT;
  }

  final @Nullable Object value(int column) {
    return values[column];
  }
}
