package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/** A {@link Key} of two columns. */
public final class Key2<S, R, A, B> extends Key<S, R> {
  Key2(Table<S, R, ?, ?> table, String constraint, Operand<A, ?> first, Operand<B, ?> second) {
    super(table, constraint, List.of(first, second));
  }

  Optional<R> find(Operations operations, A a, B b) {
    return find(operations, new Object[] {a, b});
  }

  /** Changes to the row with this key, for an update of many rows. */
  public RowPatch<S> row(A a, B b, Patch<S> patch) {
    return new RowPatch<>(this, List.of(a, b), patch);
  }
}
