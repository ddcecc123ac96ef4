package dev.varve.runtime.query;

import org.postgresql.util.ServerErrorMessage;

/**
 * A rule of a table, by which {@link ConstraintViolationException#is(Constraint)} knows what was
 * broken: a key, a foreign key, a check, an exclusion or a unique index.
 */
public sealed class Constraint permits Key {
  private final TableOrView<?, ?> owner;
  private final String constraint;

  Constraint(TableOrView<?, ?> owner, String constraint) {
    this.owner = owner;
    this.constraint = constraint;
  }

  /** The constraint's name in the database. */
  public final String constraint() {
    return constraint;
  }

  final boolean isOf(ServerErrorMessage error) {
    return constraint.equals(error.getConstraint()) && owner.isOf(error);
  }
}
