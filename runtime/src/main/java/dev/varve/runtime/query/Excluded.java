package dev.varve.runtime.query;

/** The value that an insert gave, where the row was there already. */
record Excluded(ColumnOf<?> column) implements Node {
  @Override
  public void write(Sql sql) {
    sql.excluded(column);
  }
}
