package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * One column of a result.
 *
 * @param column null if it is computed
 * @param operand null if it is a column of a table that is selected whole
 * @param name empty if it has none
 */
record Output(
    @Nullable ColumnOf<?> column,
    @Nullable Operand<?, ?> operand,
    String name,
    Type<?> type,
    boolean nullable) {
  /** Whether this is what the operand computes. */
  boolean is(Operand<?, ?> other) {
    Operand<?, ?> plain = other.unnamed();
    if (column != null && plain.node() instanceof ColumnOf<?> that) {
      return column.isSame(that);
    }
    return operand != null && operand.unnamed() == plain;
  }
}
