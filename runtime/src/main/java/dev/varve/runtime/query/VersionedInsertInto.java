package dev.varve.runtime.query;

import java.util.Collection;
import java.util.List;

/** An insert, into a table with a version, that has no rows yet. */
public final class VersionedInsertInto<S, R, I extends NewRow<S>> {
  private final Operations operations;
  private final Table<S, R, I, ?> table;

  VersionedInsertInto(Operations operations, Table<S, R, I, ?> table) {
    this.operations = operations;
    this.table = table;
  }

  /** One row. */
  public VersionedInsert<S, R> values(I row) {
    return new VersionedInsert<>(new InsertOne<>(operations, table, row));
  }

  /**
   * Any number of rows, also none, in one statement whose text does not depend on their number.
   *
   * <p>Rows that leave different columns to their defaults take one statement for each such set of
   * columns, all in one transaction. What is returned comes in the order of the rows given.
   */
  public VersionedInsert<S, R> values(Collection<? extends I> rows) {
    return new VersionedInsert<>(new InsertMany<>(operations, table, List.copyOf(rows)));
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
        new InsertSelect<>(operations, table, query, Clauses.with(List.of(first), List.of(more))));
  }
}
