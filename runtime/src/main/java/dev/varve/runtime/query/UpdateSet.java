package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;

/** An update of which nothing is set yet. */
public final class UpdateSet<S, R, P extends Patch<S>> {
  private final Operations operations;
  private final Table<S, R, ?, P> table;

  UpdateSet(Operations operations, Table<S, R, ?, P> table) {
    this.operations = operations;
    this.table = table;
  }

  /** Sets columns to values or expressions. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final UpdateWhere<R> set(Assignment<S>... assignments) {
    return new UpdateWhere<>(new UpdatePlan<>(operations, table, List.of(assignments)));
  }

  /** Sets what the patch changes; a patch that changes nothing is refused when the update runs. */
  public UpdateWhere<R> set(P patch) {
    return new UpdateWhere<>(new UpdatePlan<>(operations, table, assignments(table, patch)));
  }

  static List<Assignment<?>> assignments(Table<?, ?, ?, ?> table, Patch<?> patch) {
    List<Assignment<?>> assignments = new ArrayList<>();
    for (ColumnOf<?> column : table.columns()) {
      if (patch.changes(column.position())) {
        assignments.add(Assignment.unchecked(column, patch.value(column.position())));
      }
    }
    return assignments;
  }
}
