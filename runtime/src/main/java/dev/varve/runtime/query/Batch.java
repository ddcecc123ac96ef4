package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements of one text, sent together. */
final class Batch implements Binder, Fetch<long[]> {
  private final List<Sql> statements = new ArrayList<>();

  /** Runs the changes in their order; neighbours with the same text are sent together. */
  static long[] run(Transaction inside, List<? extends Modification<?>> changes) {
    long[] counts = new long[changes.size()];
    int at = 0;
    Batch batch = new Batch();
    for (int i = 0; i < counts.length; i++) {
      Sql sql = new Sql();
      changes.get(i).write(sql);
      if (!batch.statements.isEmpty() && !batch.text().equals(sql.text())) {
        at = batch.run(inside, changes, counts, at);
        batch = new Batch();
      }
      batch.statements.add(sql);
    }
    batch.run(inside, changes, counts, at);
    return counts;
  }

  private int run(
      Transaction inside, List<? extends Modification<?>> changes, long[] counts, int at) {
    if (statements.isEmpty()) {
      return at;
    }
    long[] changed = inside.run(text(), this, this);
    for (int i = 0; i < changed.length; i++) {
      counts[at + i] = changed[i];
      changes.get(at + i).changed(changed[i]);
    }
    return at + changed.length;
  }

  private String text() {
    return statements.get(0).text();
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    for (Sql sql : statements) {
      sql.bind(statement);
      statement.addBatch();
    }
  }

  @Override
  public long[] from(PreparedStatement statement) throws SQLException {
    return statement.executeLargeBatch();
  }

  @Override
  public long rows(long[] result) {
    long rows = 0;
    for (long changed : result) {
      rows += changed;
    }
    return rows;
  }

  @Override
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Sql sql : statements) {
      texts.addAll(sql.texts());
    }
    return texts;
  }

  @Override
  public boolean isSensitive() {
    for (Sql sql : statements) {
      if (sql.isSensitive()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String redacted(String text) {
    String redacted = text;
    for (Sql sql : statements) {
      redacted = sql.redacted(redacted);
    }
    return redacted;
  }
}
