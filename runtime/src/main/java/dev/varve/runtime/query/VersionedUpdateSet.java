package dev.varve.runtime.query;

import java.util.List;

/** An update, of a table with a version, of which nothing is set yet. */
public final class VersionedUpdateSet<S, R, P extends Patch<S>, V extends Number> {
  private final Operations operations;
  private final VersionedTable<S, R, ?, P, V> table;

  VersionedUpdateSet(Operations operations, VersionedTable<S, R, ?, P, V> table) {
    this.operations = operations;
    this.table = table;
  }

  /** Sets columns to values or expressions. The version counts itself. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final UpdateVersion<S, R, V> set(Assignment<S>... assignments) {
    return new UpdateVersion<>(operations, table, List.of(assignments));
  }

  /** Sets what the patch changes; a patch that changes nothing is refused when the update runs. */
  public UpdateVersion<S, R, V> set(P patch) {
    return new UpdateVersion<>(operations, table, UpdateSet.assignments(table, patch));
  }
}
