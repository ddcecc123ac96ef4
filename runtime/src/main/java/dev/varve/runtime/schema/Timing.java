package dev.varve.runtime.schema;

/** When a rule about rows is checked. */
public enum Timing {
  /** At the end of each statement, or for keys with each row. */
  AT_ONCE(""),
  /** At the end of each statement, until a transaction defers it. */
  DEFERRABLE(" DEFERRABLE"),
  /** At the end of the transaction, unless it says otherwise. */
  DEFERRED(" DEFERRABLE INITIALLY DEFERRED");

  private final String sql;

  Timing(String sql) {
    this.sql = sql;
  }

  /** The clause, with a space before it; empty for the usual one. */
  public String sql() {
    return sql;
  }
}
