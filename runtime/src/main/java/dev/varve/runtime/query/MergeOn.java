package dev.varve.runtime.query;

import java.util.List;

/** A merge that does not yet say how rows are compared. */
public final class MergeOn<S, R> {
  private final MergePlan<S, R> plan;

  MergeOn(MergePlan<S, R> plan) {
    this.plan = plan;
  }

  /** Two rows match for which all of these hold. */
  public MergeWhen<S, R> on(Condition first, Condition... more) {
    Condition on = Condition.allOf(first, more);
    if (on.isEmpty()) {
      throw new StatementException("The condition of the merge into "
          + plan.table().name()
          + " is empty, so every row would match every other.");
    }
    return new MergeWhen<>(plan, on, List.of());
  }
}
