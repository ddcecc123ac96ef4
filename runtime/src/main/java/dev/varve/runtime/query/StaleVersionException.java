package dev.varve.runtime.query;

/**
 * An update expected a version that no row has any more: the row was changed or deleted since it
 * was read, or never was there.
 */
public final class StaleVersionException extends QueryException {
  private static final long serialVersionUID = 1;

  private final String table;
  private final String condition;
  private final String expected;

  StaleVersionException(String table, String condition, String expected) {
    super("No row of "
        + table
        + " with "
        + condition
        + " has version "
        + expected
        + ": it was changed or deleted since it was read. Nothing was updated.");
    this.table = table;
    this.condition = condition;
    this.expected = expected;
  }

  /** The table's name in the statement, quoted. */
  public String table() {
    return table;
  }

  /** What the update asked for beside the version, with its values. */
  public String condition() {
    return condition;
  }

  /** The version that the update expected. */
  public String expected() {
    return expected;
  }
}
