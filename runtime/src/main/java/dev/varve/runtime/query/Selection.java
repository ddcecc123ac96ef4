package dev.varve.runtime.query;

import java.sql.SQLException;

/**
 * Something that a statement can give back: a column, a whole table, a projection.
 *
 * @param <V> what one row of it is in Java
 */
public abstract class Selection<V> {
  Selection() {}

  /** Writes the expressions that it selects, separated by commas. */
  abstract void write(Sql sql);

  /** How many columns of a result it takes. */
  abstract int width();

  /**
   * Reads it from the current row. Called by generated code.
   *
   * @param at the number of its first column in the result; the first of all is 1
   */
  public abstract V read(RowReader row, int at) throws SQLException;
}
