package dev.varve.runtime.query;

/** A delete that has yet to say of which rows. */
public final class DeleteWhere<R> {
  private final Operations operations;
  private final Table<?, R, ?, ?> table;

  DeleteWhere(Operations operations, Table<?, R, ?, ?> table) {
    this.operations = operations;
    this.table = table;
  }

  /**
   * The rows for which all of these hold.
   *
   * @throws StatementException if all of them are empty; to delete every row is said by {@link
   *     #allRows}
   */
  public Modification<R> where(Condition first, Condition... more) {
    return new Delete<>(operations, table, Conditions.required("delete", first, more));
  }

  /** Every row of the table. */
  public Modification<R> allRows() {
    return new Delete<>(operations, table, Condition.EMPTY);
  }
}
