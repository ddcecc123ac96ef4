package dev.varve.runtime.query;

/** What text can do beyond being compared. */
public sealed interface Text permits TextColumn, NullableTextColumn {
  /** Matches a pattern: {@code %} is any text, {@code _} one character, {@code \} escapes both. */
  default Condition like(String pattern) {
    return Condition.match(this, " LIKE ", pattern);
  }

  default Condition notLike(String pattern) {
    return Condition.match(this, " NOT LIKE ", pattern);
  }

  /** {@link #like} without regard to case. */
  default Condition ilike(String pattern) {
    return Condition.match(this, " ILIKE ", pattern);
  }

  default Condition notIlike(String pattern) {
    return Condition.match(this, " NOT ILIKE ", pattern);
  }
}
