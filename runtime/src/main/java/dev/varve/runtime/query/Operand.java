package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that the server computes, of one column or expression; it can be compared and sorted by.
 *
 * <p>Comparisons follow SQL: one with NULL is neither true nor false, so {@link #ne} does not find
 * the rows where the column is NULL.
 *
 * @param <T> the Java type of its values
 * @param <V> what selecting it gives: {@code T}, or {@code Optional<T>} where it may be NULL
 */
public abstract class Operand<T, V> extends Selection<V> {
  Operand() {}

  abstract Type<T> type();

  @Override
  final int width() {
    return 1;
  }

  /** Reads it where NULL is expected. Called by generated code. */
  public final Optional<T> readOptional(RowReader row, int at) throws SQLException {
    return Optional.ofNullable(type().read(row, at));
  }

  public final Condition eq(T value) {
    return compare(" = ", value);
  }

  public final Condition eq(Operand<T, ?> other) {
    return new Condition.Comparison(this, " = ", other);
  }

  public final Condition ne(T value) {
    return compare(" <> ", value);
  }

  public final Condition ne(Operand<T, ?> other) {
    return new Condition.Comparison(this, " <> ", other);
  }

  public final Condition lt(T value) {
    return compare(" < ", value);
  }

  public final Condition lt(Operand<T, ?> other) {
    return new Condition.Comparison(this, " < ", other);
  }

  public final Condition le(T value) {
    return compare(" <= ", value);
  }

  public final Condition le(Operand<T, ?> other) {
    return new Condition.Comparison(this, " <= ", other);
  }

  public final Condition gt(T value) {
    return compare(" > ", value);
  }

  public final Condition gt(Operand<T, ?> other) {
    return new Condition.Comparison(this, " > ", other);
  }

  public final Condition ge(T value) {
    return compare(" >= ", value);
  }

  public final Condition ge(Operand<T, ?> other) {
    return new Condition.Comparison(this, " >= ", other);
  }

  /** Both ends belong to it. */
  public final Condition between(T low, T high) {
    return new Condition.Between(this, value(low), value(high));
  }

  /** One of these; an empty collection is allowed and matches no row. */
  public final Condition in(Collection<? extends T> values) {
    return new Condition.AnyOf(this, " = ANY (", list(values));
  }

  /** One of these. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition in(T... values) {
    return in(Arrays.asList(values));
  }

  /** None of these; an empty collection is allowed and matches every row that is not NULL here. */
  public final Condition notIn(Collection<? extends T> values) {
    return new Condition.AnyOf(this, " <> ALL (", list(values));
  }

  /** None of these. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final Condition notIn(T... values) {
    return notIn(Arrays.asList(values));
  }

  public final Order asc() {
    return new Order(this, " ASC");
  }

  public final Order desc() {
    return new Order(this, " DESC");
  }

  final Condition compare(String operator, T value) {
    return new Condition.Comparison(this, operator, value(value));
  }

  final Value<T> value(T value) {
    Objects.requireNonNull(value, "A comparison needs a value; for NULL there is isNull()");
    return new Value<>(type(), value);
  }

  private Value<List<T>> list(Collection<? extends T> values) {
    if (type().isArray()) {
      // PostgreSQL would take an array of arrays apart to its last element.
      throw new StatementException("An array cannot be looked for in a list. Use eq and or.");
    }
    List<T> copy = List.copyOf(values);
    return new Value<>(type().list(), copy);
  }
}
