package dev.varve.runtime.query;

/** A select from the left side of a full join, which has no right side yet. */
public final class SelectFull<V> {
  private final Select<V> select;

  SelectFull(Select<V> select) {
    this.select = select;
  }

  /** All rows of both, beside each other where the condition holds. */
  public SelectJoin<V> fullJoin(Outer<?> other) {
    return new SelectJoin<>(select, "FULL JOIN ", other);
  }
}
