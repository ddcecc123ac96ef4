package dev.varve.runtime.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Takes rows by {@code COPY}, as text, one after another. */
final class CopyOut<V> {
  private final Query<V> query;
  private final Consumer<? super V> rows;

  CopyOut(Query<V> query, Consumer<? super V> rows) {
    this.query = query;
    this.rows = rows;
  }

  long run(Operations operations) {
    Sql sql = new Sql();
    sql.append("COPY ");
    query.writeNested(sql);
    sql.append(" TO STDOUT");
    if (sql.hasParameters()) {
      throw new StatementException(
          "COPY takes no parameters, and the query has values. Read it by list() instead.");
    }
    String text = sql.text();
    return operations.atomically(inside -> inside.run(
        text,
        sql,
        statement -> inside
            .lease()
            .copying(s -> receive(inside.lease(), s.getConnection(), text), statement)));
  }

  private long receive(Lease lease, Connection connection, String text) throws SQLException {
    org.postgresql.copy.CopyOut copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(text);
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        lease.requireUncancelled();
        rows.accept(query.selection().read(new CopyRow(CopyText.fields(row)), 1));
      }
      return copy.getHandledRowCount();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
