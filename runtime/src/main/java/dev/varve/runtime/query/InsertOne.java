package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An insert of one row. */
final class InsertOne<S, R> extends Insert<S, R> implements Binder {
  private final NewRow<?> row;

  InsertOne(Statements statements, Table<S, R, ?, ?> table, NewRow<?> row) {
    super(statements, table);
    this.row = row;
  }

  private InsertTexts.Shape shape() {
    return table().insertTexts().shapeOf(row);
  }

  @Override
  long execute(@Nullable Node conflict) {
    if (conflict == null) {
      return statements().run(shape().one(), this, Fetch.CHANGED);
    }
    Sql sql = new Sql();
    write(sql, conflict);
    return statements().run(sql.text(), sql, Fetch.CHANGED);
  }

  @Override
  <V> List<V> fetch(@Nullable Node conflict, Selection<V> selection) {
    if (conflict == null) {
      return new ArrayList<>(glance(null, selection));
    }
    Sql sql = new Sql();
    write(sql, conflict);
    Modification.writeReturning(sql, selection);
    return statements().run(sql.text(), sql, Fetch.list(selection));
  }

  @Override
  <V> List<V> glance(@Nullable Node conflict, Selection<V> selection) {
    if (conflict != null) {
      return fetch(conflict, selection);
    }
    InsertTexts.Returning<V> returning = shape().one(table(), selection);
    return statements().run(returning.text(), this, returning.fetch());
  }

  @Override
  void write(Sql sql, @Nullable Node conflict) {
    InsertTexts.Shape shape = shape();
    sql.enter(table());
    sql.append(shape.one());
    for (ColumnOf<?> column : shape.columns()) {
      column.bindUnchecked(sql, row.value(column.position()));
    }
    writeConflict(sql, conflict);
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    List<ColumnOf<?>> columns = shape().columns();
    for (int i = 0; i < columns.size(); i++) {
      ColumnOf<?> column = columns.get(i);
      column.type().setUnchecked(statement, i + 1, row.value(column.position()));
    }
  }

  @Override
  public boolean isSensitive() {
    return table().isSensitive();
  }

  @Override
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (ColumnOf<?> column : shape().columns()) {
      texts.add(column.type().shown(row.value(column.position())));
    }
    return texts;
  }

  @Override
  public String redacted(String text) {
    Sql values = new Sql();
    for (ColumnOf<?> column : shape().columns()) {
      column.bindUnchecked(values, row.value(column.position()));
    }
    return values.redacted(text);
  }
}
