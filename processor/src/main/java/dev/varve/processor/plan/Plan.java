package dev.varve.processor.plan;

import java.util.List;

/** The steps of a migration, in order; none if nothing changes in SQL. */
public record Plan(List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }
}
