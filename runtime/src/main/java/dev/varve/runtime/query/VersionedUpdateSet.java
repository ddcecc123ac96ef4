package dev.varve.runtime.query;

import java.util.Collection;
import java.util.List;

/** An update, of a table with a version, of which nothing is set yet. */
public final class VersionedUpdateSet<S, R, P extends Patch<S>, V extends Number> {
  private final Statements statements;
  private final VersionedTable<S, R, ?, P, V> table;

  VersionedUpdateSet(Statements statements, VersionedTable<S, R, ?, P, V> table) {
    this.statements = statements;
    this.table = table;
  }

  /** Sets columns to values or expressions. The version counts itself. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final UpdateVersion<S, R, V> set(Assignment<S>... assignments) {
    return new UpdateVersion<>(statements, table, List.of(assignments));
  }

  /** Sets what the patch changes; a patch that changes nothing is refused when the update runs. */
  public UpdateVersion<S, R, V> set(P patch) {
    return new UpdateVersion<>(statements, table, UpdateSet.assignments(table, patch));
  }

  /**
   * Many rows, each by its key, with its own changes and the version that it expects, as {@code
   * USERS.pk.row(id, patch).expecting(version)} gives them: one statement whose text does not depend
   * on their number, or one for each set of columns that is changed, all in one transaction. If a
   * row has another version than it should, {@link StaleVersionException} is thrown and nothing is
   * changed.
   */
  public Modification<R> each(Collection<VersionedRowPatch<S, V>> rows) {
    return new UpdateEach<>(
        statements, table, rows.stream().map(VersionedRowPatch::row).toList(), table.next());
  }
}
