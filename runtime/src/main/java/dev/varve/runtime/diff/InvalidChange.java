package dev.varve.runtime.diff;

/** A change does not fit the schema that it is to be applied to: the history is damaged. */
public final class InvalidChange extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidChange(Change change, String reason) {
    super(change + ": " + reason);
  }
}
