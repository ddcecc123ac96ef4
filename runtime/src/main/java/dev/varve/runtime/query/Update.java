package dev.varve.runtime.query;

/** An update that is complete. */
final class Update<R> extends Modification<R> {
  private final UpdatePlan<R> plan;
  private final Condition where;

  Update(UpdatePlan<R> plan, Condition where) {
    super(plan.statements(), plan.table());
    this.plan = plan;
    this.where = where;
  }

  @Override
  void write(Sql sql) {
    if (plan.assignments().isEmpty()) {
      throw new StatementException(
          "The update of " + plan.table().name() + " sets nothing: no column, or an empty patch.");
    }
    statements().begin(sql);
    sql.enter(plan.table());
    plan.sources().forEach(sql::enter);
    sql.line("UPDATE ");
    plan.table().writeSource(sql);
    Assignment.writeAll(sql, plan.assignments());
    writeSources(sql, "FROM ", plan.sources());
    writeWhere(sql, where, plan.ofVersion());
  }

  static void writeSources(Sql sql, String keyword, Iterable<? extends Relation<?>> sources) {
    String separator = "";
    for (Relation<?> source : sources) {
      if (separator.isEmpty()) {
        sql.line(keyword);
      }
      sql.append(separator);
      separator = ", ";
      source.writeSource(sql);
    }
  }

  @Override
  void changed(long count) {
    if (count == 0 && plan.ofVersion() != null) {
      throw new StaleVersionException(plan.table().name(), condition(), plan.expected());
    }
  }

  private String condition() {
    if (where.isEmpty()) {
      return "any condition";
    }
    Sql condition = Sql.forMessage(plan.table());
    plan.sources().forEach(condition::enter);
    where.write(condition);
    return condition.text();
  }
}
