package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * A row to insert: of each column a value, or {@link #DEFAULT}. Generated classes extend it; an
 * instance never changes.
 *
 * <p>It is not abstract, though nobody makes one: of a class that extends an abstract one javac
 * compares all that it inherits, and there is one for each table.
 *
 * @param <S> the table
 */
public class NewRow<S> {
  /** Leaves the value to the database. */
  protected static final Object DEFAULT = new Object();

  private final @Nullable Object[] values;

  protected NewRow(@Nullable Object[] values) {
    this.values = values;
  }

  /** A copy of the values with another one. */
  protected final @Nullable Object[] with(int column, @Nullable Object value) {
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

  final boolean gives(int column) {
    return values[column] != DEFAULT;
  }

  final @Nullable Object value(int column) {
    return values[column];
  }
}
