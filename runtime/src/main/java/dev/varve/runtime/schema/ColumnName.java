package dev.varve.runtime.schema;

/** A column within a schema: its table and its own name. */
public record ColumnName(QualifiedName table, Name column) implements Comparable<ColumnName> {
  @Override
  public int compareTo(ColumnName other) {
    int byTable = table.compareTo(other.table);
    return byTable != 0 ? byTable : column.compareTo(other.column);
  }

  /** {@code users.email}, for messages. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
