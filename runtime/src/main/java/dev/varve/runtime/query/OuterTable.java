package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * A table or a view as the outer side of a join; generated as a part of the table's class.
 *
 * <p>A column of an everyday type needs no argument: it is the next one of the table. The class is
 * not abstract, though nobody makes one: of a class that extends an abstract one javac compares all
 * that it inherits, and there is one for each table.
 *
 * @param <S> its generated class
 * @param <R> its record
 */
public class OuterTable<S extends TableOrView<S, R>, R> extends Outer<R> {
  private final S table;
  private int next;

  protected OuterTable(S table) {
    super(table);
    this.table = table;
  }

  protected final S table() {
    return table;
  }

  protected final NullableTextExpression text() {
    return new NullableTextExpression(next(Type.STRING));
  }

  protected final NullableExpression<Boolean> bool() {
    return column(Type.BOOLEAN);
  }

  protected final NullableNumberExpression<Short> smallint() {
    return number(Type.SHORT);
  }

  protected final NullableNumberExpression<Integer> integer() {
    return number(Type.INT);
  }

  protected final NullableNumberExpression<Long> bigint() {
    return number(Type.LONG);
  }

  protected final NullableNumberExpression<Float> real() {
    return number(Type.FLOAT);
  }

  protected final NullableNumberExpression<Double> doublePrecision() {
    return number(Type.DOUBLE);
  }

  protected final NullableNumberExpression<BigDecimal> numeric() {
    return number(Type.DECIMAL);
  }

  protected final NullableExpression<UUID> uuid() {
    return column(Type.UUID);
  }

  protected final NullableExpression<Instant> timestamptz() {
    return column(Type.INSTANT);
  }

  protected final NullableExpression<LocalDateTime> timestamp() {
    return column(Type.LOCAL_DATE_TIME);
  }

  protected final NullableExpression<LocalDate> date() {
    return column(Type.LOCAL_DATE);
  }

  protected final NullableExpression<LocalTime> time() {
    return column(Type.LOCAL_TIME);
  }

  private <T> NullableExpression<T> column(Type<T> type) {
    return new NullableComputed<>(type, next(type));
  }

  private <T extends Number> NullableNumberExpression<T> number(Type<T> type) {
    return new NullableNumberExpression<>(type, next(type));
  }

  /** The next of the table's columns, whose fields stand in the same order. */
  private <T> ColumnOf<T> next(Type<T> type) {
    ColumnOf<?> column = table.columns().get(next);
    if (column.type() != type) {
      throw new IllegalStateException(column.qualified() + " is of another type");
    }
    return here(column, type);
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
    return here(column, operand.type());
  }

  private <T> ColumnOf<T> here(ColumnOf<?> column, Type<T> type) {
    next = column.position() + 1;
    return new ColumnOf<>(this, column.name(), column.position(), type);
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
