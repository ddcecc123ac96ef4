package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/** A {@link Key} of one column. */
public final class Key1<S, R, A> extends Key<S, R> {
  Key1(Table<S, R, ?, ?> table, String constraint, Operand<A, ?> first) {
    super(table, constraint, List.of(first));
  }

  Optional<R> find(Operations operations, A a) {
    return find(operations, new Object[] {a});
  }

  /** Changes to the row with this key, for an update of many rows. */
  public RowPatch<S> row(A a, Patch<S> patch) {
    return new RowPatch<>(this, List.of(a), patch);
  }
}
