package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/** A {@link Key} of four columns. */
public final class Key4<S, R, A, B, C, D> extends Key<S, R> {
  Key4(
      Table<S, R, ?, ?> table,
      String constraint,
      Operand<A, ?> first,
      Operand<B, ?> second,
      Operand<C, ?> third,
      Operand<D, ?> fourth) {
    super(table, constraint, List.of(first, second, third, fourth));
  }

  Optional<R> find(Operations operations, A a, B b, C c, D d) {
    return find(operations, new Object[] {a, b, c, d});
  }

  /** Changes to the row with this key, for an update of many rows. */
  public RowPatch<S> row(A a, B b, C c, D d, Patch<S> patch) {
    return new RowPatch<>(this, List.of(a, b, c, d), patch);
  }
}
