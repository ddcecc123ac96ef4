package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update without its rows. */
record UpdatePlan<R>(
    Operations operations,
    Table<?, R, ?, ?> table,
    List<? extends Assignment<?>> assignments,
    @Nullable Condition ofVersion,
    String expected) {
  UpdatePlan(
      Operations operations, Table<?, R, ?, ?> table, List<? extends Assignment<?>> assignments) {
    this(operations, table, assignments, null, "");
  }

  UpdatePlan<R> expecting(Condition version, String value) {
    return new UpdatePlan<>(operations, table, assignments, version, value);
  }
}
