package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update without its rows. */
record UpdatePlan<R>(
    Statements statements,
    Table<?, R, ?, ?> table,
    List<? extends Assignment<?>> assignments,
    List<Relation<?>> sources,
    @Nullable Condition ofVersion,
    String expected) {
  UpdatePlan(
      Statements statements, Table<?, R, ?, ?> table, List<? extends Assignment<?>> assignments) {
    this(statements, table, assignments, List.of(), null, "");
  }

  UpdatePlan<R> expecting(Condition version, String value) {
    return new UpdatePlan<>(statements, table, assignments, sources, version, value);
  }

  UpdatePlan<R> from(List<? extends Relation<?>> more) {
    return new UpdatePlan<>(
        statements, table, assignments, Clauses.with(sources, more), ofVersion, expected);
  }
}
