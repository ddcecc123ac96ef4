package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * The columns that the fields of a generated class declare, in this order, which is that of the
 * record's components.
 *
 * <p>Columns of everyday types have a method each, named as SQL names the type: calling one costs the
 * compiler far less than inferring a type argument, and each table has many.
 *
 * @param <S> the generated class itself
 * @param <R> the record of one row
 */
public abstract class DeclaredColumns<S, R> extends Source<R> {
  private final List<ColumnOf<?>> columns = new ArrayList<>();
  private final BitSet nullables = new BitSet();
  private boolean sensitive;

  DeclaredColumns() {}

  protected final Column<S, Boolean> bool(String column) {
    return column(column, Type.BOOLEAN);
  }

  protected final NullableColumn<S, Boolean> nullableBool(String column) {
    return nullable(column, Type.BOOLEAN);
  }

  protected final NumberColumn<S, Short> smallint(String column) {
    return number(column, Type.SHORT);
  }

  protected final NullableNumberColumn<S, Short> nullableSmallint(String column) {
    return nullableNumber(column, Type.SHORT);
  }

  protected final NumberColumn<S, Integer> integer(String column) {
    return number(column, Type.INT);
  }

  protected final NullableNumberColumn<S, Integer> nullableInteger(String column) {
    return nullableNumber(column, Type.INT);
  }

  protected final NumberColumn<S, Long> bigint(String column) {
    return number(column, Type.LONG);
  }

  protected final NullableNumberColumn<S, Long> nullableBigint(String column) {
    return nullableNumber(column, Type.LONG);
  }

  protected final NumberColumn<S, Float> real(String column) {
    return number(column, Type.FLOAT);
  }

  protected final NullableNumberColumn<S, Float> nullableReal(String column) {
    return nullableNumber(column, Type.FLOAT);
  }

  protected final NumberColumn<S, Double> doublePrecision(String column) {
    return number(column, Type.DOUBLE);
  }

  protected final NullableNumberColumn<S, Double> nullableDoublePrecision(String column) {
    return nullableNumber(column, Type.DOUBLE);
  }

  protected final NumberColumn<S, BigDecimal> numeric(String column) {
    return number(column, Type.DECIMAL);
  }

  protected final NullableNumberColumn<S, BigDecimal> nullableNumeric(String column) {
    return nullableNumber(column, Type.DECIMAL);
  }

  protected final Column<S, UUID> uuid(String column) {
    return column(column, Type.UUID);
  }

  protected final NullableColumn<S, UUID> nullableUuid(String column) {
    return nullable(column, Type.UUID);
  }

  protected final Column<S, Instant> timestamptz(String column) {
    return column(column, Type.INSTANT);
  }

  protected final NullableColumn<S, Instant> nullableTimestamptz(String column) {
    return nullable(column, Type.INSTANT);
  }

  protected final Column<S, LocalDateTime> timestamp(String column) {
    return column(column, Type.LOCAL_DATE_TIME);
  }

  protected final NullableColumn<S, LocalDateTime> nullableTimestamp(String column) {
    return nullable(column, Type.LOCAL_DATE_TIME);
  }

  protected final Column<S, LocalDate> date(String column) {
    return column(column, Type.LOCAL_DATE);
  }

  protected final NullableColumn<S, LocalDate> nullableDate(String column) {
    return nullable(column, Type.LOCAL_DATE);
  }

  protected final Column<S, LocalTime> time(String column) {
    return column(column, Type.LOCAL_TIME);
  }

  protected final NullableColumn<S, LocalTime> nullableTime(String column) {
    return nullable(column, Type.LOCAL_TIME);
  }

  protected final <T> Column<S, T> column(String column, Type<T> type) {
    return new Column<>(add(column, type));
  }

  protected final <T> NullableColumn<S, T> nullable(String column, Type<T> type) {
    return new NullableColumn<>(addNullable(column, type));
  }

  protected final TextColumn<S> text(String column) {
    return new TextColumn<>(add(column, Type.STRING));
  }

  protected final NullableTextColumn<S> nullableText(String column) {
    return new NullableTextColumn<>(addNullable(column, Type.STRING));
  }

  /** Text of another type than {@code text}, as it is compared by that type's rules. */
  protected final TextColumn<S> text(String column, Type<String> type) {
    return new TextColumn<>(add(column, type));
  }

  /** Text of another type than {@code text}, as it is compared by that type's rules. */
  protected final NullableTextColumn<S> nullableText(String column, Type<String> type) {
    return new NullableTextColumn<>(addNullable(column, type));
  }

  protected final <T extends Number> NumberColumn<S, T> number(String column, Type<T> type) {
    return new NumberColumn<>(add(column, type));
  }

  protected final <T extends Number> NullableNumberColumn<S, T> nullableNumber(
      String column, Type<T> type) {
    return new NullableNumberColumn<>(addNullable(column, type));
  }

  /** A document, kept as {@code jsonb}. */
  protected final <T> DocumentColumn<S, T> document(String column, Type<T> type) {
    return new DocumentColumn<>(add(column, type));
  }

  /** A document, kept as {@code jsonb}. */
  protected final <T> NullableDocumentColumn<S, T> nullableDocument(String column, Type<T> type) {
    return new NullableDocumentColumn<>(addNullable(column, type));
  }

  protected final <T, E> ArrayColumn<S, T, E> array(String column, Type<T> type) {
    return new ArrayColumn<>(add(column, type));
  }

  protected final <T, E> NullableArrayColumn<S, T, E> nullableArray(String column, Type<T> type) {
    return new NullableArrayColumn<>(addNullable(column, type));
  }

  private <T> ColumnOf<T> addNullable(String column, Type<T> type) {
    nullables.set(columns.size());
    return add(column, type);
  }

  private <T> ColumnOf<T> add(String column, Type<T> type) {
    ColumnOf<T> added = new ColumnOf<>(this, Sql.quoted(column), columns.size(), type);
    columns.add(added);
    sensitive |= type.isSensitive();
    return added;
  }

  final List<ColumnOf<?>> columns() {
    return columns;
  }

  /** Whether a row of it holds values that errors must not repeat. */
  @Override
  final boolean isSensitive() {
    return sensitive;
  }

  @Override
  final int width() {
    return columns.size();
  }

  @Override
  final void outputs(List<Output> outputs) {
    for (int i = 0; i < columns.size(); i++) {
      ColumnOf<?> column = columns.get(i);
      outputs.add(new Output(column, null, column.name(), column.type(), nullables.get(i)));
    }
  }
}
