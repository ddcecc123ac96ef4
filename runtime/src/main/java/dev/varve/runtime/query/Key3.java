package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/** A {@link Key} of three columns. */
public final class Key3<S, R, A, B, C> extends Key<S, R> {
  Key3(
      Table<S, R, ?, ?> table,
      String constraint,
      Operand<A, ?> first,
      Operand<B, ?> second,
      Operand<C, ?> third) {
    super(table, constraint, List.of(first, second, third));
  }

  Optional<R> find(Operations operations, A a, B b, C c) {
    return find(operations, new Object[] {a, b, c});
  }

  /** Changes to the row with this key, for an update of many rows. */
  public RowPatch<S> row(A a, B b, C c, Patch<S> patch) {
    return new RowPatch<>(this, List.of(a, b, c), patch);
  }
}
