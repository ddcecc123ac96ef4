package dev.varve.runtime.query;

import java.util.List;

/**
 * A table or a view as the outer side of a join; generated as a part of the table's class.
 *
 * @param <S> its generated class
 * @param <R> its record
 */
public abstract class OuterTable<S extends TableOrView<S, R>, R> extends Outer<R> {
  private final S table;

  protected OuterTable(S table) {
    super(table);
    this.table = table;
  }

  protected final S table() {
    return table;
  }

  protected final <T> NullableExpression<T> column(Operand<T, ?> column) {
    return new NullableComputed<>(column.type(), of(column));
  }

  protected final NullableTextExpression text(Operand<String, ?> column) {
    return new NullableTextExpression(of(column));
  }

  protected final <T extends Number> NullableNumberExpression<T> number(Operand<T, ?> column) {
    return new NullableNumberExpression<>(column.type(), of(column));
  }

  protected final <T> NullableDocumentExpression<T> document(Operand<T, ?> column) {
    return new NullableDocumentExpression<>(column.type(), of(column));
  }

  protected final <T, E> NullableArrayExpression<T, E> array(ArrayValue<T, E> column) {
    Operand<T, ?> operand = column.operand();
    return new NullableArrayExpression<>(operand.type(), of(operand));
  }

  private <T> ColumnOf<T> of(Operand<T, ?> operand) {
    ColumnOf<?> column = (ColumnOf<?>) operand.node();
    return new ColumnOf<>(this, column.name(), column.position(), operand.type());
  }

  @Override
  final String wholeList() {
    return table.selectList();
  }

  @Override
  final String column(Output output, int position) {
    List<ColumnOf<?>> columns = table.columns();
    return columns.get(position).name();
  }
}
