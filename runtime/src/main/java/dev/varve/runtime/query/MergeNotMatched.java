package dev.varve.runtime.query;

import java.util.List;

/** What a merge does with rows of the source that match none of the table. */
public final class MergeNotMatched<S, R> {
  private final MergeWhen<S, R> merge;
  private final Condition condition;

  MergeNotMatched(MergeWhen<S, R> merge, Condition condition) {
    this.merge = merge;
    this.condition = condition;
  }

  /** A column that is not assigned takes its default. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Merge<S, R> insert(Assignment<S> first, Assignment<S>... more) {
    List<Assignment<S>> all = Clauses.with(List.of(first), List.of(more));
    return merge.with(sql -> {
      MergeWhen.writeCase(sql, "NOT MATCHED", condition);
      sql.append("INSERT (");
      String separator = "";
      for (Assignment<S> assignment : all) {
        sql.append(separator).append(assignment.column().name());
        separator = ", ";
      }
      sql.append(") VALUES (");
      separator = "";
      for (Assignment<S> assignment : all) {
        sql.append(separator);
        assignment.writeValue(sql);
        separator = ", ";
      }
      sql.append(")");
    });
  }

  public Merge<S, R> doNothing() {
    return merge.with(sql -> {
      MergeWhen.writeCase(sql, "NOT MATCHED", condition);
      sql.append("DO NOTHING");
    });
  }
}
