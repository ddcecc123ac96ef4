package dev.varve.runtime.query;

/** One term of an {@code ORDER BY}. NULL comes last when ascending, first when descending. */
public final class Order {
  private final Operand<?, ?> operand;
  private final boolean descending;
  private final boolean nullsFirst;

  Order(Operand<?, ?> operand, boolean descending) {
    this(operand, descending, descending);
  }

  private Order(Operand<?, ?> operand, boolean descending, boolean nullsFirst) {
    this.operand = operand;
    this.descending = descending;
    this.nullsFirst = nullsFirst;
  }

  public Order nullsFirst() {
    return new Order(operand, descending, true);
  }

  public Order nullsLast() {
    return new Order(operand, descending, false);
  }

  Operand<?, ?> operand() {
    return operand;
  }

  boolean isDescending() {
    return descending;
  }

  boolean isNullsFirst() {
    return nullsFirst;
  }

  /** What follows the operand. */
  String direction() {
    if (descending) {
      return nullsFirst ? " DESC" : " DESC NULLS LAST";
    }
    return nullsFirst ? " ASC NULLS FIRST" : " ASC";
  }

  void write(Sql sql) {
    operand.write(sql);
    sql.append(direction());
  }
}
