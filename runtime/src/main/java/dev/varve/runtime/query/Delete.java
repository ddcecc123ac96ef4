package dev.varve.runtime.query;

import java.util.List;

/** A delete that is complete. */
final class Delete<R> extends Modification<R> {
  private final List<Source<?>> sources;
  private final Condition where;

  Delete(Statements statements, Table<?, R, ?, ?> table, List<Source<?>> sources, Condition where) {
    super(statements, table);
    this.sources = sources;
    this.where = where;
  }

  @Override
  void write(Sql sql) {
    statements().begin(sql);
    sql.enter(table());
    sources.forEach(sql::enter);
    sql.line("DELETE FROM ");
    table().writeSource(sql);
    Update.writeSources(sql, "USING ", sources);
    writeWhere(sql, where, null);
  }
}
