package dev.varve.runtime.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a row of one table; the generated class of each extends it.
 *
 * @param <S> the table
 * @param <P> the generated class itself
 */
public abstract class TablePatch<S, P> extends Patch<S> {
  protected TablePatch(@Nullable Object[] values) {
    super(values);
  }

  /** The values of the empty patch. */
  protected static @Nullable Object[] nothing(int columns) {
    return absent(columns);
  }

  /** A patch with these values. */
  protected abstract P copy(@Nullable Object[] values);

  /** With one more value; null is refused, as it never means to leave a value. */
  protected final P set(int column, Object value) {
    Objects.requireNonNull(value, "A patch takes a value; NULL has a method of its own, xyzNull()");
    @Nullable Object[] changed = values();
    changed[column] = value;
    return copy(changed);
  }

  /** With NULL in some columns: one, or those of an embedded record. */
  protected final P setNull(int first, int columns) {
    return setAll(first, new Object[columns]);
  }

  /** With the values of an embedded record, from that column on. */
  protected final P setAll(int first, @Nullable Object[] embedded) {
    @Nullable Object[] changed = values();
    System.arraycopy(embedded, 0, changed, first, embedded.length);
    return copy(changed);
  }
}
