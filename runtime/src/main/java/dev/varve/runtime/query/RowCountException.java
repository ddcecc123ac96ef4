package dev.varve.runtime.query;

/** A statement found more or fewer rows than its caller asked for. */
public final class RowCountException extends QueryException {
  private static final long serialVersionUID = 1;

  private final long found;

  RowCountException(String expected, long found) {
    super("Expected " + expected + ", found " + found + ".");
    this.found = found;
  }

  public long found() {
    return found;
  }
}
