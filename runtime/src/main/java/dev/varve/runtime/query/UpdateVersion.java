package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;

/** An update, of a table with a version, that has yet to say which version it expects. */
public final class UpdateVersion<S, R, V extends Number> {
  private final Statements statements;
  private final VersionedTable<S, R, ?, ?, V> table;
  private final List<? extends Assignment<?>> assignments;

  UpdateVersion(
      Statements statements,
      VersionedTable<S, R, ?, ?, V> table,
      List<? extends Assignment<?>> assignments) {
    this.statements = statements;
    this.table = table;
    this.assignments = assignments;
  }

  /**
   * Changes only rows that still have this version, and counts it up. If there is no such row, the
   * update throws {@link StaleVersionException}.
   */
  public UpdateWhere<R> expecting(V version) {
    return new UpdateWhere<>(
        plan().expecting(table.versionColumn().eq(version), String.valueOf(version)));
  }

  /** Changes rows of any version, and counts it up. */
  public UpdateWhere<R> anyVersion() {
    return new UpdateWhere<>(plan());
  }

  private UpdatePlan<R> plan() {
    Assignment<S> next = table.next();
    next.requireUncounted(assignments);
    if (assignments.isEmpty()) {
      return new UpdatePlan<>(statements, table, List.of());
    }
    List<Assignment<?>> all = new ArrayList<>(assignments);
    all.add(next);
    return new UpdatePlan<>(statements, table, all);
  }
}
