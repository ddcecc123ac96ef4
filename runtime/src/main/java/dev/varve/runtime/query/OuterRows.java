package dev.varve.runtime.query;

/** The rows of a query as the outer side of a join. */
public final class OuterRows<V> extends Outer<V> {
  private final Rows<V> rows;

  OuterRows(Rows<V> rows) {
    super(rows);
    this.rows = rows;
  }

  /** The column that stands for this expression, which the query selects. */
  public <T> NullableExpression<T> get(Operand<T, ?> selected) {
    ColumnOf<T> column = rows.column(selected);
    return new NullableComputed<>(
        selected.type(), new ColumnOf<>(this, column.name(), column.position(), selected.type()));
  }

  @Override
  String wholeList() {
    return rows.wholeList();
  }

  @Override
  String column(Output output, int position) {
    return rows.columnName(position);
  }
}
