package dev.varve.processor.plan;

import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a migration, in order; none if nothing changes in SQL.
 *
 * @param from the schema that they start from
 * @param to the schema that they lead to
 */
public record Plan(List<Step> steps, Schema from, Schema to) {
  public Plan {
    steps = List.copyOf(steps);
  }

  /** The tables whose rows are read or written through: in one transaction others wait for that. */
  public List<QualifiedName> scanned() {
    return steps.stream()
        .flatMap(step -> step.actions().stream())
        .flatMap(action -> scanned(action).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<QualifiedName> scanned(Action action) {
    if (action instanceof Action.Backfill fill) {
      return Optional.of(fill.table());
    } else if (action instanceof Action.BuildKey build) {
      return Optional.of(build.table());
    } else if (action instanceof Action.CreateIndex create && create.concurrently()) {
      return Optional.of(create.table());
    } else if (action instanceof Action.ValidateConstraint validate) {
      return Optional.of(validate.table());
    } else if (action instanceof Action.ValidateNotNull validate) {
      return Optional.of(validate.column().table());
    }
    return Optional.empty();
  }

  /**
   * The same in one transaction, whatever that locks; but new values of enums come before all, and
   * are committed, since PostgreSQL lets nothing use them earlier; and before them what may stop it.
   */
  public Plan atomic() {
    List<Action> rows = new ArrayList<>();
    List<Action> first = new ArrayList<>();
    List<Action> rest = new ArrayList<>();
    for (Step step : steps) {
      boolean looks = step.actions().stream().allMatch(Action.RefuseRows.class::isInstance);
      boolean values = step.actions().stream().allMatch(Action.AddEnumValues.class::isInstance);
      (looks ? rows : values ? first : rest).addAll(step.actions());
    }
    (first.isEmpty() ? rest : first).addAll(0, rows);
    return with(Stream.of(first, rest)
        .filter(actions -> !actions.isEmpty())
        .map(actions -> new Step(Step.Mode.TRANSACTION, actions))
        .toList());
  }

  /** The same in one step, for a database that nobody uses yet; for steps in transactions only. */
  public Plan atOnce() {
    if (steps.stream().anyMatch(step -> step.mode() == Step.Mode.OUTSIDE)) {
      return this;
    }
    List<Action> actions =
        steps.stream().flatMap(step -> step.actions().stream()).toList();
    return with(List.of(new Step(Step.Mode.TRANSACTION, actions)));
  }

  /** Other steps of the same way. */
  public Plan with(List<Step> others) {
    return new Plan(others, from, to);
  }
}
