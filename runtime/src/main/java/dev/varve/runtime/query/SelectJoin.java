package dev.varve.runtime.query;

/** A select whose join has no condition yet. */
public final class SelectJoin<V> {
  private final Select<V> select;
  private final String keyword;
  private final Relation<?> relation;

  SelectJoin(Select<V> select, String keyword, Relation<?> relation) {
    this.select = select;
    this.keyword = keyword;
    this.relation = relation;
  }

  /** The pairs of rows for which all of these hold. */
  public Select<V> on(Condition first, Condition... more) {
    Condition on = Condition.allOf(first, more);
    if (on.isEmpty()) {
      throw new StatementException("The condition of the join with "
          + relation.name()
          + " is empty. If every pair of rows is meant, write crossJoin(…).");
    }
    return select.joined(keyword, relation, on);
  }
}
