package dev.varve.runtime.query;

/** A merge, into a table with a version, that has yet to say what becomes of the version. */
public final class MergeVersion<S, R> {
  private final Statements statements;
  private final VersionedTable<S, R, ?, ?, ?> table;

  MergeVersion(Statements statements, VersionedTable<S, R, ?, ?, ?> table) {
    this.statements = statements;
    this.table = table;
  }

  /** Changes rows of any version, and counts it up. */
  public MergeUsing<S, R> anyVersion() {
    return new MergeUsing<>(statements, table, table.next());
  }
}
