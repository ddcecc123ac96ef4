package dev.varve.runtime.query;

import java.util.Collection;
import java.util.List;

/** An insert that has no rows yet. */
public final class InsertInto<S, R, I extends NewRow<S>> {
  private final Operations operations;
  private final Table<S, R, I, ?> table;

  InsertInto(Operations operations, Table<S, R, I, ?> table) {
    this.operations = operations;
    this.table = table;
  }

  /** One row. */
  public UnversionedInsert<S, R> values(I row) {
    return new UnversionedInsert<>(new InsertOne<>(operations, table, row));
  }

  /**
   * Any number of rows, also none, in one statement whose text does not depend on their number.
   *
   * <p>Rows that leave different columns to their defaults take one statement for each such set of
   * columns, all in one transaction. What is returned comes in the order of the rows given.
   */
  public UnversionedInsert<S, R> values(Collection<? extends I> rows) {
    return new UnversionedInsert<>(new InsertMany<>(operations, table, List.copyOf(rows)));
  }

  /**
   * A row for each one that the query reads: its list is replaced by what is assigned, which may use
   * all that it reads, as in {@code insert(OLD).from(db.from(POSTS).where(…),
   * OLD.title.to(POSTS.title))}. A column that is not assigned takes its default.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final UnversionedInsert<S, R> from(
      Select<?> query, Assignment<S> first, Assignment<S>... more) {
    return new UnversionedInsert<>(
        new InsertSelect<>(operations, table, query, Clauses.with(List.of(first), List.of(more))));
  }
}
