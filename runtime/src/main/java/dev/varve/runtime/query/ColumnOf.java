package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * What every kind of column is made of.
 *
 * @param name quoted, as SQL
 * @param position its place among the columns, from 0
 * @param qualified the name after the table's, as statements write it
 */
record ColumnOf<T>(Relation<?> table, String name, int position, Type<T> type, String qualified)
    implements Node {
  ColumnOf(Relation<?> table, String name, int position, Type<T> type) {
    this(table, name, position, type, table.name() + "." + name);
  }

  @Override
  public void write(Sql sql) {
    sql.column(this);
    sql.touch(type);
  }

  /** A value that generated code has put in the place of this column. */
  @SuppressWarnings("unchecked")
  void bindUnchecked(Sql sql, @Nullable Object value) {
    sql.bound(type, (T) value);
  }

  boolean isSame(ColumnOf<?> other) {
    return name.equals(other.name) && (table == other.table || table.isSame(other.table));
  }
}
