package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table; the generated class of each table extends {@link UnversionedTable} or {@link
 * VersionedTable}.
 *
 * <p>The columns are those that its fields declare, in this order, which is the order of the
 * record's components.
 *
 * @param <S> the generated class itself
 * @param <R> the record of one row
 * @param <I> the generated class of a row to insert
 * @param <P> the generated class of changes to a row
 */
public abstract class Table<S, R, I extends NewRow<S>, P extends Patch<S>> extends Source<R> {
  private final String table;
  private final String own;
  private final String name;
  private final List<ColumnOf<?>> columns = new ArrayList<>();
  private final BitSet nullables = new BitSet();
  private final List<Key<S, R>> keys = new ArrayList<>(1);
  private @Nullable String selectList;
  private @Nullable InsertTexts insertTexts;

  /**
   * Unquoted names, as the catalogue knows them.
   *
   * @param alias the name that statements use for the table; its own, if it has no other
   */
  Table(String table, String alias) {
    this.table = Sql.quoted(table);
    this.own = this.table;
    this.name = Sql.quoted(alias);
  }

  /** In a schema that the search path need not have. */
  Table(String schema, String table, String alias) {
    this.own = Sql.quoted(table);
    this.table = Sql.quoted(schema) + "." + own;
    this.name = Sql.quoted(alias);
  }

  /** The same table under another name, for a statement that reads it twice. */
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
    return new NullableTextColumn<>(add(column, type));
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
    return added;
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A> Key1<S, R, A> key(String constraint, Operand<A, ?> first) {
    return added(new Key1<>(this, constraint, first));
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A, B> Key2<S, R, A, B> key(
      String constraint, Operand<A, ?> first, Operand<B, ?> second) {
    return added(new Key2<>(this, constraint, first, second));
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A, B, C> Key3<S, R, A, B, C> key(
      String constraint, Operand<A, ?> first, Operand<B, ?> second, Operand<C, ?> third) {
    return added(new Key3<>(this, constraint, first, second, third));
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A, B, C, D> Key4<S, R, A, B, C, D> key(
      String constraint,
      Operand<A, ?> first,
      Operand<B, ?> second,
      Operand<C, ?> third,
      Operand<D, ?> fourth) {
    return added(new Key4<>(this, constraint, first, second, third, fourth));
  }

  private <K extends Key<S, R>> K added(K key) {
    keys.add(key);
    return key;
  }

  final List<Key<S, R>> keys() {
    return keys;
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
    return other instanceof Table<?, ?, ?, ?> that
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

  final InsertTexts insertTexts() {
    InsertTexts texts = insertTexts;
    if (texts == null) {
      texts = new InsertTexts(this);
      insertTexts = texts;
    }
    return texts;
  }
}
