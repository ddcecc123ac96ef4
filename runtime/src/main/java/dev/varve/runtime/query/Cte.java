package dev.varve.runtime.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: the rows of a statement, computed before another one that starts with
 * {@code db.with(…)} and reads them by name.
 */
public final class Cte<V> extends Rows<V> {
  private final Results<V> base;
  private final @Nullable Function<Cte<V>, Query<V>> step;
  private final String operator;
  private final String materialized;

  private Cte(
      String name,
      Results<V> base,
      @Nullable Function<Cte<V>, Query<V>> step,
      String operator,
      String materialized) {
    super(name, base.selection());
    this.base = base;
    this.step = step;
    this.operator = operator;
    this.materialized = materialized;
  }

  /** The rows of a query, or those that an insert, update or delete returns. */
  public static <V> Cte<V> of(String name, Results<V> rows) {
    return new Cte<>(name, rows, null, "", "");
  }

  /** {@link #of}, computed once and by itself, whatever the statement asks of it. */
  public static <V> Cte<V> materialized(String name, Query<V> rows) {
    return new Cte<>(name, rows, null, "", "MATERIALIZED ");
  }

  /** {@link #of}, computed as a part of the statement that reads it. */
  public static <V> Cte<V> notMaterialized(String name, Query<V> rows) {
    return new Cte<>(name, rows, null, "", "NOT MATERIALIZED ");
  }

  /**
   * The rows of the base, and those that the step makes of them, and of these again, each row once,
   * until there are no new ones.
   *
   * @param step is given the rows of the round before
   */
  public static <V> Cte<V> recursive(String name, Query<V> base, Function<Cte<V>, Query<V>> step) {
    return new Cte<>(name, base, step, "UNION", "");
  }

  /** {@link #recursive} with every row, new or not; it ends when a step gives none. */
  public static <V> Cte<V> recursiveAll(
      String name, Query<V> base, Function<Cte<V>, Query<V>> step) {
    return new Cte<>(name, base, step, "UNION ALL", "");
  }

  boolean isRecursive() {
    return step != null;
  }

  void writeStatement(Sql sql) {
    writeDefinition(sql);
    sql.append(" AS ").append(materialized);
    if (step == null) {
      sql.nested(base::write);
      return;
    }
    Query<V> next = step.apply(this);
    sql.nested(text -> {
      text.scope().declare(this);
      ((Query<V>) base).writeNested(text);
      text.line(operator).line("");
      next.writeNested(text);
    });
  }

  @Override
  void writeSource(Sql sql) {
    sql.scope().require(this);
    sql.append(name());
  }

  @Override
  boolean isSame(Relation<?> other) {
    return this == other;
  }

  /** The same rows under another name, for a statement that reads them twice. */
  public Subquery<V> as(String alias) {
    return new Select<>(Statements.NONE, this, this).as(alias);
  }
}
