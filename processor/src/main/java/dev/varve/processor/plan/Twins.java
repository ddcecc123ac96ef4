package dev.varve.processor.plan;

import dev.varve.runtime.schema.Constraint;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of one table that say the same under different names. Of those in one CREATE TABLE PostgreSQL
 * makes the first alone, without a word; added later, each is made.
 */
public final class Twins {
  private Twins() {}

  /** The constraints that an earlier one, or the primary key, is like. */
  static List<Constraint> of(List<Constraint> constraints) {
    List<Constraint> first = new ArrayList<>();
    List<Constraint> twins = new ArrayList<>();
    constraints.stream().filter(Constraint.PrimaryKey.class::isInstance).forEach(first::add);
    for (Constraint constraint : constraints) {
      if (!first.contains(constraint)) {
        (isAmong(first, constraint) ? twins : first).add(constraint);
      }
    }
    return twins;
  }

  /** Whether one of them has the same index. */
  public static boolean isAmong(List<Constraint> others, Constraint constraint) {
    return constraint.hasIndex()
        && others.stream()
            .anyMatch(other -> other.hasIndex() && key(other).equals(key(constraint)));
  }

  private static String key(Constraint constraint) {
    return constraint.sql().replaceFirst("^PRIMARY KEY", "UNIQUE");
  }
}
