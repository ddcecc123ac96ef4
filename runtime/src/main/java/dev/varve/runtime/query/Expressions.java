package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** What reads best as a function; made to be imported statically. */
public final class Expressions {
  private Expressions() {}

  /** All of these; the empty ones among them do not count. */
  public static Condition and(Condition... conditions) {
    return Condition.allOf(List.of(conditions));
  }

  /** At least one of these; the empty ones among them do not count. */
  public static Condition or(Condition... conditions) {
    return Condition.anyOf(List.of(conditions));
  }

  public static Condition not(Condition condition) {
    return condition.not();
  }

  /**
   * The condition if it applies, otherwise an empty one. The supplier runs only if it applies, so
   * that it may use what is null otherwise: {@code when(q != null, () -> USERS.email.ilike(q))}.
   */
  public static Condition when(boolean applies, Supplier<Condition> condition) {
    return applies ? condition.get() : Condition.EMPTY;
  }

  /** The number of rows. */
  public static Aggregate<Long> count() {
    return Aggregates.COUNT;
  }

  /** Whether the query has a row. */
  public static Condition exists(Query<?> query) {
    return new Condition.Test(sql -> sql.append("EXISTS ").nested(query::writeExistence));
  }

  /** Whether the query has no row. */
  public static Condition notExists(Query<?> query) {
    return new Condition.Test(sql -> sql.append("NOT EXISTS ").nested(query::writeExistence));
  }

  /**
   * The value of a query that has at most one row, of one column; NULL if it has none. More rows are
   * an error of the server.
   */
  public static <T> NullableExpression<T> scalar(Query<T> query) {
    return new NullableComputed<>(Queries.typeOf(query), query::writeNested);
  }

  /** The values of a query of one column as an array, in its order; empty if it has no row. */
  public static <T> ArrayExpression<List<T>, T> array(Query<T> query) {
    return new ArrayExpression<>(Queries.typeOf(query).list(), sql -> {
      sql.append("ARRAY ");
      query.writeNested(sql);
    });
  }

  /** A value, as an expression. */
  public static <T> Expression<T> value(Type<T> type, T value) {
    Objects.requireNonNull(value, "A value is needed; for NULL there is nothing(type)");
    return Calls.value(type, value);
  }

  /** NULL. */
  public static <T> NullableExpression<T> nothing(Type<T> type) {
    return new NullableComputed<>(type, sql -> sql.append("NULL::").append(type.sqlName()));
  }

  public static TextExpression value(String value) {
    return new TextExpression(Value.typed(Type.STRING, Objects.requireNonNull(value)));
  }

  public static NumberExpression<Integer> value(int value) {
    return new NumberExpression<>(Type.INT, Value.typed(Type.INT, value));
  }

  public static NumberExpression<Long> value(long value) {
    return new NumberExpression<>(Type.LONG, Value.typed(Type.LONG, value));
  }

  public static Expression<Boolean> value(boolean value) {
    return value(Type.BOOLEAN, value);
  }

  public static NumberExpression<BigDecimal> value(BigDecimal value) {
    return new NumberExpression<>(Type.DECIMAL, Value.typed(Type.DECIMAL, value));
  }

  public static NumberExpression<Double> value(double value) {
    return new NumberExpression<>(Type.DOUBLE, Value.typed(Type.DOUBLE, value));
  }

  public static Expression<UUID> value(UUID value) {
    return value(Type.UUID, value);
  }

  public static Expression<Instant> value(Instant value) {
    return value(Type.INSTANT, value);
  }

  public static Expression<LocalDate> value(LocalDate value) {
    return value(Type.LOCAL_DATE, value);
  }

  /** The first case whose condition holds decides. */
  public static <T> Cases<T> caseWhen(Condition condition, Operand<T, ?> value) {
    return new Cases<>(value.type()).when(condition, value);
  }

  /** The value in another type; what cannot be read as one is an error of the server. */
  public static <T> Expression<T> cast(Expression<?> value, Type<T> type) {
    return new Computed<>(type, Calls.cast(value, type.sqlName()));
  }

  /** The value in another type; what cannot be read as one is an error of the server. */
  public static <T> NullableExpression<T> cast(NullableExpression<?> value, Type<T> type) {
    return new NullableComputed<>(type, Calls.cast(value, type.sqlName()));
  }

  /** The first of these that is not NULL. */
  public static <T> Expression<T> coalesce(NullableExpression<T> first, Expression<T> other) {
    return new Computed<>(first.type(), Calls.call("coalesce", first, other));
  }

  /** The value, or another one where it is NULL. */
  public static <T> Expression<T> coalesce(NullableExpression<T> first, T other) {
    return coalesce(first, Calls.value(first.type(), other));
  }

  /** The first of these that is not NULL. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> NullableExpression<T> coalesce(
      NullableExpression<T> first, NullableExpression<T>... more) {
    return new NullableComputed<>(
        first.type(), Calls.call("coalesce", Clauses.with(List.of(first), List.of(more))));
  }

  /** NULL where the value is this one. */
  public static <T> NullableExpression<T> nullIf(Operand<T, ?> value, T what) {
    return new NullableComputed<>(
        value.type(), Calls.call("nullif", value, Calls.value(value.type(), what)));
  }

  /** The greatest of these. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> Expression<T> greatest(Expression<T> first, Expression<T>... more) {
    return new Computed<>(
        first.type(), Calls.call("greatest", Clauses.with(List.of(first), List.of(more))));
  }

  /** The least of these. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> Expression<T> least(Expression<T> first, Expression<T>... more) {
    return new Computed<>(
        first.type(), Calls.call("least", Clauses.with(List.of(first), List.of(more))));
  }

  /** The expression with what text can do. */
  public static TextExpression text(Expression<String> expression) {
    return new TextExpression(expression.node());
  }

  /** The expression with what text can do. */
  public static NullableTextExpression text(NullableExpression<String> expression) {
    return new NullableTextExpression(expression.node());
  }

  /** The expression with what numbers can do. */
  public static <T extends Number> NumberExpression<T> number(Expression<T> expression) {
    return new NumberExpression<>(expression.type(), expression.node());
  }

  /** The expression with what numbers can do. */
  public static <T extends Number> NullableNumberExpression<T> number(
      NullableExpression<T> expression) {
    return new NullableNumberExpression<>(expression.type(), expression.node());
  }

  /** True, and neither false nor NULL. */
  public static Condition isTrue(Operand<Boolean, ?> value) {
    return new Condition.NullTest(value, " IS TRUE");
  }

  /** False, and neither true nor NULL. */
  public static Condition isFalse(Operand<Boolean, ?> value) {
    return new Condition.NullTest(value, " IS FALSE");
  }
}
