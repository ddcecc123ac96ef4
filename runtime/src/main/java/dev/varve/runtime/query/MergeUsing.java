package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/** A merge that does not yet say with which rows. */
public final class MergeUsing<S, R> {
  private final Statements statements;
  private final Table<S, R, ?, ?> table;
  private final @Nullable Assignment<S> version;

  MergeUsing(Statements statements, Table<S, R, ?, ?> table, @Nullable Assignment<S> version) {
    this.statements = statements;
    this.table = table;
    this.version = version;
  }

  /** The rows that the table is compared with: another table, or a query under a name. */
  public MergeOn<S, R> using(Source<?> source) {
    return new MergeOn<>(new MergePlan<>(statements, table, version, source));
  }
}
