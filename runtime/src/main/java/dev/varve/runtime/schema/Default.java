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

  /** A sequence that is a part of the column: {@code GENERATED … AS IDENTITY}. */
  record Identity(IdentityOptions options) implements Default {
    /** {@code GENERATED ALWAYS AS IDENTITY}. */
    public Identity() {
      this(IdentityOptions.ALWAYS);
    }
  }

  /**
   * A sequence that the column owns, and a default that asks it: {@code serial}. What the sequence
   * is named is PostgreSQL's choice.
   */
  record Serial() implements Default {}

  /**
   * Always computed from other columns of the row, and never given.
   *
   * @param expression as the user wrote it
   * @param stored whether the value is written with the row, or else computed when it is read
   */
  record Generated(String expression, boolean stored) implements Default {
    public Generated {
      if (expression.isBlank()) {
        throw new IllegalArgumentException("A generated column needs an expression");
      }
    }

    /** Whether the value is computed from this column. */
    public boolean mentions(Name column) {
      return Expressions.mentions(expression, column);
    }

    Generated withColumnRenamed(Name from, Name to) {
      return new Generated(Expressions.withColumnRenamed(expression, from, to), stored);
    }
  }
}
