package dev.varve.runtime.query;

import java.util.List;

/** A delete that is complete. */
final class Delete<R> extends Modification<R> {
  private final Operations operations;
  private final Table<?, R, ?, ?> table;
  private final Condition where;

  Delete(Operations operations, Table<?, R, ?, ?> table, Condition where) {
    super(table);
    this.operations = operations;
    this.table = table;
    this.where = where;
  }

  @Override
  public long execute() {
    Sql sql = sql();
    return operations.run(sql.text(), sql::bind, Fetch.CHANGED);
  }

  @Override
  <V> List<V> fetch(Selection<V> selection) {
    Sql sql = sql();
    writeReturning(sql, selection);
    return operations.run(sql.text(), sql::bind, Fetch.list(selection));
  }

  private Sql sql() {
    Sql sql = new Sql();
    sql.enter(table);
    sql.append("DELETE FROM ");
    table.writeSource(sql);
    if (!where.isEmpty()) {
      sql.append("\nWHERE ");
      where.write(sql);
    }
    return sql;
  }
}
