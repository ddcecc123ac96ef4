package dev.varve.runtime.diff;

/** A change does not fit the schema that it is to be applied to: the history is damaged. */
public final class InvalidChange extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Change change;
  private final String reason;

  InvalidChange(Change change, String reason) {
    super(change + ": " + reason);
    this.change = change;
    this.reason = reason;
  }

  public Change change() {
    return change;
  }

  /** What does not fit, such as {@code there is no table deck}. */
  public String reason() {
    return reason;
  }
}
