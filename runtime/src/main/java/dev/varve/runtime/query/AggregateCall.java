package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call of an aggregate or window function.
 *
 * @param castTo the type in which its result is wanted; empty for its own
 */
record AggregateCall(
    String function,
    List<? extends Operand<?, ?>> arguments,
    String castTo,
    boolean distinct,
    List<Order> orders,
    Condition filter,
    @Nullable Node window)
    implements Node {
  AggregateCall(String function, String castTo, Operand<?, ?>... arguments) {
    this(function, List.of(arguments), castTo, false, List.of(), Condition.EMPTY, null);
  }

  AggregateCall once() {
    return new AggregateCall(function, arguments, castTo, true, orders, filter, window);
  }

  AggregateCall sorted(List<Order> terms) {
    return new AggregateCall(function, arguments, castTo, distinct, terms, filter, window);
  }

  AggregateCall filtered(Condition condition) {
    return new AggregateCall(
        function, arguments, castTo, distinct, orders, filter.and(condition), window);
  }

  AggregateCall over(Node of) {
    return new AggregateCall(function, arguments, castTo, distinct, orders, filter, of);
  }

  @Override
  public void write(Sql sql) {
    sql.append(castTo.isEmpty() ? "" : "CAST(");
    sql.append(function).append(distinct ? "(DISTINCT " : "(");
    SelectText.writeTerms(sql, arguments, (text, operand) -> operand.write(text));
    if (!orders.isEmpty()) {
      sql.append(" ORDER BY ");
      Window.writeOrders(sql, orders);
    }
    sql.append(")");
    if (!filter.isEmpty()) {
      sql.append(" FILTER (WHERE ");
      filter.write(sql);
      sql.append(")");
    }
    if (window != null) {
      sql.append(" OVER ");
      window.write(sql);
    }
    if (!castTo.isEmpty()) {
      sql.append(" AS ").append(castTo).append(")");
    }
  }
}
