package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * What has columns of its own in the database.
 *
 * <p>The columns are those that its fields declare, in this order, which is the order of the
 * record's components.
 *
 * @param <S> the generated class itself
 * @param <R> the record of one row
 */
public abstract class TableOrView<S, R> extends Source<R> {
  private final String table;
  private final String own;
  private final String name;
  private final List<ColumnOf<?>> columns = new ArrayList<>();
  private boolean sensitive;
  private final BitSet nullables = new BitSet();
  private @Nullable String selectList;

  /**
   * Unquoted names, as the catalogue knows them.
   *
   * @param alias the name that statements use for it; its own, if it has no other
   */
  TableOrView(String table, String alias) {
    this.table = Sql.quoted(table);
    this.own = this.table;
    this.name = Sql.quoted(alias);
  }

  /** In a schema that the search path need not have. */
  TableOrView(String schema, String table, String alias) {
    this.own = Sql.quoted(table);
    this.table = Sql.quoted(schema) + "." + own;
    this.name = Sql.quoted(alias);
  }

  /** The same under another name, for a statement that reads it twice. */
  public abstract S as(String alias);

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

  /** Whether a row of it holds values that errors must not repeat. */
  @Override
  final boolean isSensitive() {
    return sensitive;
  }

  final boolean isOf(ServerErrorMessage error) {
    String name = error.getTable();
    String schema = error.getSchema();
    return name != null
        && own.equals(Sql.quoted(name))
        && (table.equals(own) || schema != null && table.equals(Sql.quoted(schema) + "." + own));
  }

  final List<ColumnOf<?>> columns() {
    return columns;
  }

  /** The table's own name, quoted, after its schema if that is named. */
  final String table() {
    return table;
  }

  @Override
  final String name() {
    return name;
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

  @Override
  final void writeList(Sql sql) {
    sql.inScope(this, "*");
    sql.append(selectList());
  }

  @Override
  final void writeSource(Sql sql) {
    sql.append(table);
    if (!name.equals(own)) {
      sql.append(" AS ").append(name);
    }
  }

  @Override
  final boolean isSame(Relation<?> other) {
    return other instanceof TableOrView<?, ?> that
        && table.equals(that.table)
        && name.equals(that.name);
  }

  /** All columns, each with the table's name before it. */
  final String selectList() {
    String list = selectList;
    if (list == null) {
      list = String.join(", ", columns.stream().map(c -> name + "." + c.name()).toList());
      selectList = list;
    }
    return list;
  }
}
