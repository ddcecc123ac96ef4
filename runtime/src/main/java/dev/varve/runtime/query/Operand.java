package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  private final Type<T> type;
  private final Node node;

  Operand(Type<T> type, Node node) {
    this.type = type;
    this.node = node;
  }

  final Type<T> type() {
    return type;
  }

  final Node node() {
    return node;
  }

  /** Writes it as it stands in an expression. */
  final void write(Sql sql) {
    node.write(sql);
  }

  @Override
  final void writeList(Sql sql) {
    node.write(sql);
    if (node instanceof Alias alias) {
      sql.append(" AS ").append(alias.name());
    }
  }

  @Override
  final void outputs(List<Output> outputs) {
    ColumnOf<?> column = unnamed().node instanceof ColumnOf<?> c ? c : null;
    String name = node instanceof Alias alias ? alias.name() : column == null ? "" : column.name();
    outputs.add(new Output(column, this, name, type, this instanceof NullableExpression<?>));
  }

  /** Without the name that an alias gave it. */
  final Operand<?, ?> unnamed() {
    return node instanceof Alias alias ? alias.operand() : this;
  }

  @Override
  final int width() {
    return 1;
  }

  /** The value as text where the result of a row is being read. */
  final @Nullable String readText(RowReader row, int at) throws SQLException {
    T value = type.read(row, at);
    return value == null ? null : type.text(value);
  }

  /** Reads it where NULL is expected. Called by generated code. */
  public final Optional<T> readOptional(RowReader row, int at) throws SQLException {
    return Optional.ofNullable(type().read(row, at));
  }

  public final Condition eq(T value) {
    return compare(" = ", value);
  }

  public final Condition eq(Operand<T, ?> other) {
    return new Condition.Comparison(this, " = ", other.node());
  }

  public final Condition ne(T value) {
    return compare(" <> ", value);
  }

  public final Condition ne(Operand<T, ?> other) {
    return new Condition.Comparison(this, " <> ", other.node());
  }

  public final Condition lt(T value) {
    return compare(" < ", value);
  }

  public final Condition lt(Operand<T, ?> other) {
    return new Condition.Comparison(this, " < ", other.node());
  }

  public final Condition le(T value) {
    return compare(" <= ", value);
  }

  public final Condition le(Operand<T, ?> other) {
    return new Condition.Comparison(this, " <= ", other.node());
  }

  public final Condition gt(T value) {
    return compare(" > ", value);
  }

  public final Condition gt(Operand<T, ?> other) {
    return new Condition.Comparison(this, " > ", other.node());
  }

  public final Condition ge(T value) {
    return compare(" >= ", value);
  }

  public final Condition ge(Operand<T, ?> other) {
    return new Condition.Comparison(this, " >= ", other.node());
  }

  /** Both ends belong to it. */
  public final Condition between(T low, T high) {
    return new Condition.Between(this, value(low), value(high));
  }

  /** Both ends belong to it. */
  public final Condition between(Operand<T, ?> low, Operand<T, ?> high) {
    return new Condition.Between(this, low, high);
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

  /** One of the values that the query gives. */
  public final Condition in(Query<? extends T> query) {
    return new Condition.Test(sql -> {
      write(sql);
      sql.append(" IN ");
      query.writeNested(sql);
    });
  }

  /** None of the values that the query gives. As none of these is NULL, it has no surprise. */
  public final Condition notIn(Query<? extends T> query) {
    return new Condition.Test(sql -> {
      write(sql);
      sql.append(" NOT IN ");
      query.writeNested(sql);
    });
  }

  /** Not equal, where NULL equals NULL and nothing else: never unknown. */
  public final Condition isDistinctFrom(T value) {
    return compare(" IS DISTINCT FROM ", value);
  }

  /** Not equal, where NULL equals NULL and nothing else: never unknown. */
  public final Condition isDistinctFrom(Operand<T, ?> other) {
    return new Condition.Comparison(this, " IS DISTINCT FROM ", other.node());
  }

  /** Equal, where NULL equals NULL and nothing else: never unknown. */
  public final Condition isNotDistinctFrom(T value) {
    return compare(" IS NOT DISTINCT FROM ", value);
  }

  /** Equal, where NULL equals NULL and nothing else: never unknown. */
  public final Condition isNotDistinctFrom(Operand<T, ?> other) {
    return new Condition.Comparison(this, " IS NOT DISTINCT FROM ", other.node());
  }

  public final Order asc() {
    return new Order(this, false);
  }

  public final Order desc() {
    return new Order(this, true);
  }

  final Condition compare(String operator, T value) {
    return new Condition.Comparison(this, operator, Value.node(type, notNull(value)));
  }

  final Value<T> value(T value) {
    return new Value<>(type, notNull(value));
  }

  private static <T> T notNull(T value) {
    return Objects.requireNonNull(value, "A comparison needs a value; for NULL there is isNull()");
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
