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
  public Modification<R> values(I row) {
    return new InsertOne<>(operations, table, row);
  }

  /**
   * Any number of rows, also none, in one statement whose text does not depend on their number.
   *
   * <p>Rows that leave different columns to their defaults take one statement for each such set of
   * columns, all in one transaction. What is returned comes in the order of the rows given.
   */
  public Modification<R> values(Collection<? extends I> rows) {
    return new InsertMany<>(operations, table, List.copyOf(rows));
  }
}
