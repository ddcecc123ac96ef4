package dev.varve.runtime.schema;

/** Where a column's value comes from when an insert leaves it out. */
public sealed interface Default {
  /** Nowhere: the value is NULL or must be given. */
  record None() implements Default {}

  /** An SQL expression, as the user wrote it. */
  record Expression(String sql) implements Default {
    public Expression {
      if (sql.isBlank()) {
        throw new IllegalArgumentException("A default needs an expression");
      }
    }
  }

  /** A sequence of the column's own: {@code GENERATED ALWAYS AS IDENTITY}. */
  record Identity() implements Default {}
}
