package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** An insert of one row. */
final class InsertOne<R> extends Modification<R> {
  private final Operations operations;
  private final Table<?, R, ?, ?> table;
  private final NewRow<?> row;

  InsertOne(Operations operations, Table<?, R, ?, ?> table, NewRow<?> row) {
    super(table);
    this.operations = operations;
    this.table = table;
    this.row = row;
  }

  @Override
  public long execute() {
    InsertTexts.Shape shape = table.insertTexts().shapeOf(row);
    return operations.run(shape.one(false), values(shape), Fetch.CHANGED);
  }

  @Override
  <V> List<V> fetch(Selection<V> selection) {
    InsertTexts.Shape shape = table.insertTexts().shapeOf(row);
    String text =
        selection == table ? shape.one(true) : shape.one(false) + returning(table, selection);
    return operations.run(text, values(shape), Fetch.list(selection));
  }

  private Binder values(InsertTexts.Shape shape) {
    return statement -> bind(statement, shape.columns());
  }

  private void bind(PreparedStatement statement, List<ColumnOf<?>> columns) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      ColumnOf<?> column = columns.get(i);
      column.type().setUnchecked(statement, i + 1, row.value(column.position()));
    }
  }
}
