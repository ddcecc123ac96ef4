package dev.varve.runtime.query;

/** One term of an {@code ORDER BY}. NULL comes last when ascending, first when descending. */
public final class Order {
  private final Operand<?, ?> operand;
  private final String direction;

  Order(Operand<?, ?> operand, String direction) {
    this.operand = operand;
    this.direction = direction;
  }

  public Order nullsFirst() {
    return new Order(operand, direction + " NULLS FIRST");
  }

  public Order nullsLast() {
    return new Order(operand, direction + " NULLS LAST");
  }

  void write(Sql sql) {
    operand.write(sql);
    sql.append(direction);
  }
}
