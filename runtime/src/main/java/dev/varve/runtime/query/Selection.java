package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.List;

/**
 * Something that a statement can give back: a column, a whole table, a projection.
 *
 * @param <V> what one row of it is in Java
 */
public abstract class Selection<V> {
  Selection() {}

  /** Writes the expressions that it selects, separated by commas, as they stand after SELECT. */
  abstract void writeList(Sql sql);

  /** Adds the columns of a result that it takes, in their order. */
  abstract void outputs(List<Output> outputs);

  /** How many columns of a result it takes. */
  abstract int width();

  /**
   * Reads it from the current row. Called by generated code.
   *
   * @param at the number of its first column in the result; the first of all is 1
   */
  public abstract V read(RowReader row, int at) throws SQLException;

  static void writeLists(List<? extends Selection<?>> parts, Sql sql) {
    String separator = "";
    for (Selection<?> part : parts) {
      sql.append(separator);
      separator = ", ";
      part.writeList(sql);
    }
  }
}
