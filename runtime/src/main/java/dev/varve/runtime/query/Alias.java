package dev.varve.runtime.query;

/**
 * An expression under a name. Only the select list shows the name; elsewhere the expression stands,
 * as most clauses do not know the names of the select list.
 *
 * @param name quoted
 */
record Alias(Operand<?, ?> operand, String name) implements Node {
  @Override
  public void write(Sql sql) {
    operand.write(sql);
  }
}
