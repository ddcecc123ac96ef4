package dev.varve.runtime.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one row of many, which its key tells.
 *
 * @param <S> the table
 */
public final class RowPatch<S> {
  private final Key<S, ?> key;
  private final List<Object> values;
  private final Patch<S> patch;
  private final @Nullable Object version;

  RowPatch(Key<S, ?> key, List<?> values, Patch<S> patch) {
    this(key, List.copyOf(values), patch, null);
  }

  private RowPatch(Key<S, ?> key, List<Object> values, Patch<S> patch, @Nullable Object version) {
    this.key = key;
    this.values = values;
    this.patch = patch;
    this.version = version;
  }

  /** The changes, if the row still has this version. */
  public <V extends Number> VersionedRowPatch<S, V> expecting(V expected) {
    Objects.requireNonNull(expected, "A version is no null; there is anyVersion()");
    return new VersionedRowPatch<>(new RowPatch<>(key, values, patch, expected));
  }

  /** The changes, whatever version the row has. */
  public <V extends Number> VersionedRowPatch<S, V> anyVersion() {
    return new VersionedRowPatch<>(this);
  }

  Key<S, ?> key() {
    return key;
  }

  List<Object> values() {
    return values;
  }

  Patch<S> patch() {
    return patch;
  }

  @Nullable
  Object version() {
    return version;
  }
}
