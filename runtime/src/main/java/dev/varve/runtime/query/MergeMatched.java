package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;

/** What a merge does with rows that match. */
public final class MergeMatched<S, R> {
  private final MergeWhen<S, R> merge;
  private final Condition condition;

  MergeMatched(MergeWhen<S, R> merge, Condition condition) {
    this.merge = merge;
    this.condition = condition;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Merge<S, R> update(Assignment<S> first, Assignment<S>... more) {
    List<Assignment<S>> all = new ArrayList<>(Clauses.with(List.of(first), List.of(more)));
    Assignment<S> version = merge.plan().version();
    if (version != null) {
      version.requireUncounted(all);
      all.add(version);
    }
    return merge.with(sql -> {
      MergeWhen.writeCase(sql, "MATCHED", condition);
      sql.append("UPDATE");
      Assignment.writeAll(sql, all);
    });
  }

  public Merge<S, R> delete() {
    return merge.with(sql -> {
      MergeWhen.writeCase(sql, "MATCHED", condition);
      sql.append("DELETE");
    });
  }

  public Merge<S, R> doNothing() {
    return merge.with(sql -> {
      MergeWhen.writeCase(sql, "MATCHED", condition);
      sql.append("DO NOTHING");
    });
  }
}
