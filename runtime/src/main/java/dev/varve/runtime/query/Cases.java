package dev.varve.runtime.query;

import java.util.List;

/** A {@code CASE} that has no end yet. */
public final class Cases<T> {
  private final Type<T> type;
  private final List<Case> cases;

  private record Case(Condition condition, Operand<?, ?> value) {}

  Cases(Type<T> type) {
    this(type, List.of());
  }

  private Cases(Type<T> type, List<Case> cases) {
    this.type = type;
    this.cases = cases;
  }

  public Cases<T> when(Condition condition, Operand<T, ?> value) {
    if (condition.isEmpty()) {
      throw new StatementException("The condition of a case is empty.");
    }
    return new Cases<>(type, Clauses.with(cases, List.of(new Case(condition, value))));
  }

  public Cases<T> when(Condition condition, T value) {
    return when(condition, Calls.value(type, value));
  }

  /** The value where no condition holds; this is never NULL unless a case's value is. */
  public Expression<T> otherwise(Expression<T> value) {
    for (Case one : cases) {
      if (one.value() instanceof NullableExpression<?>) {
        throw new StatementException("A case's value may be NULL, so the whole may be. End it with"
            + " otherwise(value.nullable()).");
      }
    }
    return new Computed<>(type, sql -> write(sql, value));
  }

  /** The value where no condition holds. */
  public Expression<T> otherwise(T value) {
    return otherwise(Calls.value(type, value));
  }

  /** The value where no condition holds. */
  public NullableExpression<T> otherwise(NullableExpression<T> value) {
    return new NullableComputed<>(type, sql -> write(sql, value));
  }

  /** NULL where no condition holds. */
  public NullableExpression<T> otherwiseNull() {
    return new NullableComputed<>(type, sql -> {
      writeCases(sql);
      sql.append(" END");
    });
  }

  private void writeCases(Sql sql) {
    sql.append("CASE");
    for (Case one : cases) {
      sql.append(" WHEN ");
      one.condition().write(sql);
      sql.append(" THEN ");
      one.value().write(sql);
    }
  }

  private void write(Sql sql, Operand<T, ?> otherwise) {
    writeCases(sql);
    sql.append(" ELSE ");
    otherwise.write(sql);
    sql.append(" END");
  }
}
