package dev.varve.runtime.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A schema of any size, always the same: each table has a primary key, a foreign key to the one
 * before it, an index, a check, defaults, and as many columns as the others.
 */
public final class LargeSchema {
  /** Of each table. */
  public static final int COLUMNS = 12;

  /** So many tables are made by one message to the server. */
  private static final int AT_ONCE = 500;

  private LargeSchema() {}

  /** Makes it in an empty database. */
  public static void create(DataSource database, int tables) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (int from = 0; from < tables; from += AT_ONCE) {
        statement.execute(script(from, Math.min(tables, from + AT_ONCE)));
      }
    }
  }

  private static String script(int from, int to) {
    StringBuilder sql = new StringBuilder();
    for (int i = from; i < to; i++) {
      sql.append("CREATE TABLE t").append(i).append(" (id bigint PRIMARY KEY, parent bigint");
      sql.append(i == 0 ? "" : " REFERENCES t" + (i - 1));
      for (int c = 2; c < COLUMNS; c++) {
        sql.append(", c").append(c).append(c % 3 == 0 ? " integer" : " text DEFAULT 'x' NOT NULL");
      }
      sql.append(", CHECK (c3 > 0)); CREATE INDEX ON t").append(i).append(" (parent);\n");
    }
    return sql.toString();
  }
}
