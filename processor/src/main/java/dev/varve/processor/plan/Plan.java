package dev.varve.processor.plan;

import java.util.List;

/** The steps of a migration, in order; none if nothing changes in SQL. */
public record Plan(List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  /** The same in one step, for a database that nobody uses yet; for steps in transactions only. */
  public Plan atOnce() {
    if (steps.stream().anyMatch(step -> step.mode() == Step.Mode.OUTSIDE)) {
      return this;
    }
    List<Action> actions =
        steps.stream().flatMap(step -> step.actions().stream()).toList();
    return new Plan(List.of(new Step(Step.Mode.TRANSACTION, actions)));
  }
}
