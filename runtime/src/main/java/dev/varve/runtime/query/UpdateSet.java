package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An update of which nothing is set yet. */
public final class UpdateSet<S, R, P extends Patch<S>> {
  private final Statements statements;
  private final Table<S, R, ?, P> table;

  UpdateSet(Statements statements, Table<S, R, ?, P> table) {
    this.statements = statements;
    this.table = table;
  }

  /** Sets columns to values or expressions. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final UpdateWhere<R> set(Assignment<S>... assignments) {
    return new UpdateWhere<>(new UpdatePlan<>(statements, table, List.of(assignments)));
  }

  /** Sets what the patch changes; a patch that changes nothing is refused when the update runs. */
  public UpdateWhere<R> set(P patch) {
    return new UpdateWhere<>(new UpdatePlan<>(statements, table, assignments(table, patch)));
  }

  /**
   * Many rows, each by its key and with its own changes, as {@code POSTS.pk.row(id, patch)} gives
   * them: one statement whose text does not depend on their number, or one for each set of columns
   * that is changed, all in one transaction.
   */
  public Modification<R> each(Collection<RowPatch<S>> rows) {
    return new UpdateEach<>(statements, table, List.copyOf(rows), null);
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
