package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;

/** An update, of a table with a version, that has yet to say which version it expects. */
public final class UpdateVersion<S, R, V extends Number> {
  private final Operations operations;
  private final VersionedTable<S, R, ?, ?, V> table;
  private final List<? extends Assignment<?>> assignments;

  UpdateVersion(
      Operations operations,
      VersionedTable<S, R, ?, ?, V> table,
      List<? extends Assignment<?>> assignments) {
    this.operations = operations;
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
    NumberColumn<S, V> version = table.versionColumn();
    for (Assignment<?> assignment : assignments) {
      if (assignment.column().position() == version.position()) {
        throw new StatementException("The update sets "
            + table.name()
            + "."
            + assignment.column().name()
            + ", which is the version and counts itself. Leave it out.");
      }
    }
    if (assignments.isEmpty()) {
      return new UpdatePlan<>(operations, table, List.of());
    }
    List<Assignment<?>> all = new ArrayList<>(assignments);
    all.add(version.next());
    return new UpdatePlan<>(operations, table, all);
  }
}
