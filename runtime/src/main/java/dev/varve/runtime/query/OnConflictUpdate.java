package dev.varve.runtime.query;

import java.util.List;

/** An insert that changes rows which are there already. */
public final class OnConflictUpdate<S, R> extends Modification<R> {
  private final Insert<S, R> insert;
  private final Node target;
  private final List<Assignment<S>> assignments;
  private final Condition where;

  OnConflictUpdate(
      Insert<S, R> insert, Node target, List<Assignment<S>> assignments, Condition where) {
    super(insert.statements(), insert.table());
    this.insert = insert;
    this.target = target;
    this.assignments = assignments;
    this.where = where;
  }

  /** Changes only rows for which all of these hold; the others are not counted nor returned. */
  public OnConflictUpdate<S, R> where(Condition first, Condition... more) {
    return new OnConflictUpdate<>(
        insert, target, assignments, where.and(Condition.allOf(first, more)));
  }

  private void writeConflict(Sql sql) {
    target.write(sql);
    sql.append(" DO UPDATE");
    Assignment.writeAll(sql, assignments);
    writeWhere(sql, where, null);
  }

  @Override
  public long execute() {
    return insert.execute(this::writeConflict);
  }

  @Override
  <V> List<V> fetch(Selection<V> selection) {
    return insert.fetch(this::writeConflict, selection);
  }

  @Override
  void write(Sql sql) {
    insert.write(sql, this::writeConflict);
  }
}
