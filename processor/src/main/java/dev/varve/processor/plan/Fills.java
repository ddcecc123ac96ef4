package dev.varve.processor.plan;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Default;

/** What the rows that are there get in a new column. */
final class Fills {
  private Fills() {}

  /** Whether each row gets a value of its own, in a step after the column. */
  static boolean isComputed(Change.ColumnAdded added) {
    Default value = added.column().defaultValue();
    return added.parkedAs().isEmpty()
        && (value instanceof Default.Identity
            || value instanceof Default.Serial
            || (value instanceof Default.Expression expression
                && !added.column().nullable()
                && Volatility.mayRewrite(expression.sql())));
  }

  /** Whether it is NULL in all of them. */
  static boolean isNull(Column column) {
    return column.nullable()
        && (column.defaultValue() instanceof Default.None
            || (column.defaultValue() instanceof Default.Expression value
                && Volatility.mayRewrite(value.sql())));
  }
}
