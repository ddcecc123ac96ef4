package dev.varve.runtime.query;

/**
 * How far a transaction is kept apart from others. <a
 * href="https://www.postgresql.org/docs/current/transaction-iso.html">PostgreSQL: transaction
 * isolation</a>.
 */
public enum Isolation {
  READ_COMMITTED("READ COMMITTED"),
  REPEATABLE_READ("REPEATABLE READ"),
  SERIALIZABLE("SERIALIZABLE");

  private final String sql;

  Isolation(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
