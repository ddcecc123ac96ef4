package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How statements take their conditions. */
final class Conditions {
  private Conditions() {}

  static Condition all(Condition first, Condition... more) {
    if (more.length == 0) {
      return first;
    }
    List<Condition> all = new ArrayList<>(more.length + 1);
    all.add(first);
    Collections.addAll(all, more);
    return Condition.allOf(all);
  }

  static Condition required(String statement, Condition first, Condition... more) {
    Condition all = all(first, more);
    if (all.isEmpty()) {
      throw new StatementException("The condition of this "
          + statement
          + " is empty, so it would take every row of the table. If that is meant, write"
          + " allRows() instead of where(…).");
    }
    return all;
  }
}
