package dev.varve.runtime.query;

import java.util.List;

/** An update that is complete. */
final class Update<R> extends Modification<R> {
  private final UpdatePlan<R> plan;
  private final Condition where;

  Update(UpdatePlan<R> plan, Condition where) {
    super(plan.table());
    this.plan = plan;
    this.where = where;
  }

  @Override
  public long execute() {
    Sql sql = sql();
    long count = plan.operations().run(sql.text(), sql::bind, Fetch.CHANGED);
    requireVersion(count);
    return count;
  }

  @Override
  <V> List<V> fetch(Selection<V> selection) {
    Sql sql = sql();
    writeReturning(sql, selection);
    List<V> rows = plan.operations().run(sql.text(), sql::bind, Fetch.list(selection));
    requireVersion(rows.size());
    return rows;
  }

  private Sql sql() {
    if (plan.assignments().isEmpty()) {
      throw new StatementException(
          "The update of " + plan.table().name() + " sets nothing: no column, or an empty patch.");
    }
    Sql sql = new Sql();
    sql.enter(plan.table());
    sql.append("UPDATE ");
    plan.table().writeSource(sql);
    String separator = "\nSET ";
    for (Assignment<?> assignment : plan.assignments()) {
      sql.append(separator);
      separator = ", ";
      assignment.write(sql);
    }
    Condition ofVersion = plan.ofVersion();
    Condition rows = ofVersion == null ? where : where.and(ofVersion);
    if (!rows.isEmpty()) {
      sql.append("\nWHERE ");
      rows.write(sql);
    }
    return sql;
  }

  private void requireVersion(long changed) {
    if (changed == 0 && plan.ofVersion() != null) {
      Sql condition = Sql.forMessage(plan.table());
      if (where.isEmpty()) {
        condition.append("any condition");
      } else {
        where.write(condition);
      }
      throw new StaleVersionException(plan.table().name(), condition.text(), plan.expected());
    }
  }
}
