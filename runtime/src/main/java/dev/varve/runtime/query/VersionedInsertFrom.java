package dev.varve.runtime.query;

import java.util.List;

/** An insert, into a table with a version, of rows that a query gives. */
public final class VersionedInsertFrom<S, R> {
  private final Statements statements;
  private final Table<S, R, ?, ?> table;

  VersionedInsertFrom(Statements statements, Table<S, R, ?, ?> table) {
    this.statements = statements;
    this.table = table;
  }

  /**
   * A row for each one that the query reads: its list is replaced by what is assigned, which may use
   * all that it reads, as in {@code insert(OLD).from(db.from(POSTS).where(…),
   * OLD.title.to(POSTS.title))}. A column that is not assigned takes its default.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final VersionedInsert<S, R> from(
      Select<?> query, Assignment<S> first, Assignment<S>... more) {
    return new VersionedInsert<>(
        new InsertSelect<>(statements, table, query, Clauses.with(List.of(first), List.of(more))));
  }
}
