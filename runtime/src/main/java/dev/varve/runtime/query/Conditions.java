package dev.varve.runtime.query;

/** How statements take their conditions. */
final class Conditions {
  private Conditions() {}

  static Condition required(String statement, Condition first, Condition... more) {
    Condition all = Condition.allOf(first, more);
    if (all.isEmpty()) {
      throw new StatementException("The condition of this "
          + statement
          + " is empty, so it would take every row of the table. If that is meant, write"
          + " allRows() instead of where(…).");
    }
    return all;
  }
}
