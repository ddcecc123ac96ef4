package dev.varve.runtime.query;

/**
 * What every kind of column is made of.
 *
 * @param name quoted, as SQL
 * @param position its place among the table's columns, from 0
 */
record ColumnOf<T>(Table<?, ?, ?, ?> table, String name, int position, Type<T> type) {
  void write(Sql sql) {
    sql.column(table, name);
  }
}
