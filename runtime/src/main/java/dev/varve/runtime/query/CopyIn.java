package dev.varve.runtime.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Sends rows by {@code COPY}, as text, a block at a time. */
final class CopyIn<I extends NewRow<?>> {
  private static final int BLOCK = 1 << 16;

  private final Table<?, ?, ?, ?> table;
  private final Iterable<? extends I> rows;

  CopyIn(Table<?, ?, ?, ?> table, Iterable<? extends I> rows) {
    this.table = table;
    this.rows = rows;
  }

  long run(Operations operations) {
    Sql sql = new Sql();
    sql.enter(table);
    sql.append("COPY " + table.table() + " FROM STDIN");
    return operations.atomically(inside -> inside.run(
        sql.text(),
        sql,
        statement ->
            inside.lease().copying(s -> send(inside.lease(), s.getConnection()), statement)));
  }

  /** Rows that leave other columns to their defaults need another COPY. */
  private long send(Lease lease, Connection connection) throws SQLException {
    long count = 0;
    Sending sending = null;
    try {
      for (I row : rows) {
        lease.requireUncancelled();
        InsertTexts.Shape shape = table.insertTexts().shapeOf(row);
        if (sending == null || sending.shape != shape) {
          count += sending == null ? 0 : sending.end();
          sending = null;
          sending = new Sending(connection, shape);
        }
        sending.write(row);
      }
      count += sending == null ? 0 : sending.end();
      sending = null;
      return count;
    } finally {
      if (sending != null) {
        sending.cancel();
      }
    }
  }

  private String text(InsertTexts.Shape shape) {
    List<String> names = shape.columns().stream().map(ColumnOf::name).toList();
    return "COPY " + table.table() + " (" + String.join(", ", names) + ") FROM STDIN";
  }

  private final class Sending {
    private final InsertTexts.Shape shape;
    private final org.postgresql.copy.CopyIn copy;
    private final StringBuilder block = new StringBuilder(BLOCK + 1024);

    Sending(Connection connection, InsertTexts.Shape shape) throws SQLException {
      this.shape = shape;
      this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(text(shape));
    }

    void write(NewRow<?> row) throws SQLException {
      String separator = "";
      for (ColumnOf<?> column : shape.columns()) {
        block.append(separator);
        separator = "\t";
        append(column.type(), row.value(column.position()));
      }
      block.append('\n');
      if (block.length() > BLOCK) {
        flush();
      }
    }

    @SuppressWarnings("unchecked")
    private <T> void append(Type<T> type, @Nullable Object value) {
      if (value == null) {
        block.append("\\N");
      } else if (type.isPlain()) {
        type.append((T) value, block);
      } else {
        CopyText.escape(type.text((T) value), block);
      }
    }

    private void flush() throws SQLException {
      byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      block.setLength(0);
    }

    long end() throws SQLException {
      flush();
      return copy.endCopy();
    }

    void cancel() throws SQLException {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
