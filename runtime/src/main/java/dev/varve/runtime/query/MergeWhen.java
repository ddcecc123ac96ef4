package dev.varve.runtime.query;

import java.util.List;

/** A merge that does nothing yet. */
public class MergeWhen<S, R> {
  private final MergePlan<S, R> plan;
  private final Condition on;
  private final List<Node> cases;

  MergeWhen(MergePlan<S, R> plan, Condition on, List<Node> cases) {
    this.plan = plan;
    this.on = on;
    this.cases = cases;
  }

  /** Of the rows that match, those for which all of these hold; a row takes the first case. */
  public final MergeMatched<S, R> whenMatched(Condition... conditions) {
    return new MergeMatched<>(this, Condition.allOf(List.of(conditions)));
  }

  /** Of the source's rows that match none of the table, those for which all of these hold. */
  public final MergeNotMatched<S, R> whenNotMatched(Condition... conditions) {
    return new MergeNotMatched<>(this, Condition.allOf(List.of(conditions)));
  }

  final Merge<S, R> with(Node merged) {
    return new Merge<>(plan, on, Clauses.with(cases, List.of(merged)));
  }

  final MergePlan<S, R> plan() {
    return plan;
  }

  static void writeCase(Sql sql, String matched, Condition condition) {
    sql.line("WHEN ").append(matched);
    if (!condition.isEmpty()) {
      sql.append(" AND ");
      condition.write(sql);
    }
    sql.append(" THEN ");
  }

  final Modification<R> modification() {
    return new Modification<>(plan.statements(), plan.table()) {
      @Override
      void write(Sql sql) {
        statements().begin(sql);
        sql.enter(plan.table());
        sql.enter(plan.source());
        sql.line("MERGE INTO ");
        plan.table().writeSource(sql);
        sql.line("USING ");
        plan.source().writeSource(sql);
        sql.append(" ON ");
        on.write(sql);
        cases.forEach(merged -> merged.write(sql));
      }
    };
  }
}
