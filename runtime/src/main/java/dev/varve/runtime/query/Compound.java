package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries put together by {@code UNION}, {@code INTERSECT} or {@code EXCEPT}. It can be sorted by
 * what its first query selects.
 *
 * @param <V> what one row is in Java
 */
public final class Compound<V> extends Query<V> {
  private final Query<V> left;
  private final String operator;
  private final Query<V> right;
  private final List<Order> orders;
  private final @Nullable Long limit;
  private final @Nullable Long offset;

  Compound(Query<V> left, String operator, Query<V> right) {
    this(left, operator, right, List.of(), null, null);
    if (left.selection().width() != right.selection().width()) {
      throw new StatementException(
          "The two queries of a " + operator + " select different numbers of columns.");
    }
  }

  private Compound(
      Query<V> left,
      String operator,
      Query<V> right,
      List<Order> orders,
      @Nullable Long limit,
      @Nullable Long offset) {
    super(left.statements());
    this.left = left;
    this.operator = operator;
    this.right = right;
    this.orders = orders;
    this.limit = limit;
    this.offset = offset;
  }

  /** Sorts the rows, by what the first query selects; terms of an earlier call come first. */
  public Compound<V> orderBy(Order first, Order... more) {
    List<Order> all = Clauses.with(orders, Clauses.with(List.of(first), List.of(more)));
    return new Compound<>(left, operator, right, all, limit, offset);
  }

  /** At most so many rows. */
  public Compound<V> limit(long rows) {
    return new Compound<>(left, operator, right, orders, notNegative(rows), offset);
  }

  /** Without the first so many rows. */
  public Compound<V> offset(long rows) {
    return new Compound<>(left, operator, right, orders, limit, notNegative(rows));
  }

  @Override
  Selection<V> selection() {
    return left.selection();
  }

  @Override
  Query<V> firstRow() {
    return limit == null || limit > 1 ? limit(1) : this;
  }

  @Override
  void write(Sql sql) {
    left.statements().begin(sql);
    left.writeNested(sql);
    sql.line(operator).line("");
    right.writeNested(sql);
    List<Output> outputs = new ArrayList<>();
    selection().outputs(outputs);
    SelectText.writeOrders(sql, orders, (text, operand) -> {
      int position = SelectText.position(outputs, operand);
      if (position < 0) {
        throw new StatementException(
            "A " + operator + " is sorted by something that its first" + " query does not select.");
      }
      text.append(Integer.toString(position + 1));
    });
    Clauses part = new Clauses();
    part.limit = limit;
    part.offset = offset;
    part.writePart(sql);
  }
}
