package dev.varve.runtime.query;

import java.util.List;

/** A merge that is complete, unless it has more cases. */
public final class Merge<S, R> extends MergeWhen<S, R> {
  Merge(MergePlan<S, R> plan, Condition on, List<Node> cases) {
    super(plan, on, cases);
  }

  /** Runs it and tells how many rows it changed. */
  public long execute() {
    return modification().execute();
  }

  /** The rows that it changed; needs PostgreSQL 17. */
  public <V> Results<V> returning(Selection<V> selection) {
    return modification().returning(selection);
  }
}
