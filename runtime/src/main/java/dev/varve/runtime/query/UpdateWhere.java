package dev.varve.runtime.query;

import java.util.List;

/** An update that has yet to say of which rows. */
public final class UpdateWhere<R> {
  private final UpdatePlan<R> plan;

  UpdateWhere(UpdatePlan<R> plan) {
    this.plan = plan;
  }

  /**
   * Other rows whose columns the update may use. A row that several of them fit is changed once, by
   * any of them.
   */
  public UpdateWhere<R> from(Source<?>... sources) {
    return new UpdateWhere<>(plan.from(List.of(sources)));
  }

  /**
   * The rows for which all of these hold.
   *
   * @throws StatementException if all of them are empty; to change every row is said by {@link
   *     #allRows}
   */
  public Modification<R> where(Condition first, Condition... more) {
    return new Update<>(plan, Conditions.required("update", first, more));
  }

  /** Every row of the table. */
  public Modification<R> allRows() {
    return new Update<>(plan, Condition.EMPTY);
  }
}
