package dev.varve.runtime.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a window function sees, from the row that it is computed for. {@link
 * Windows#window} is the first, of all rows; each method gives another one.
 */
public final class Window {
  static final Window ALL = new Window(List.of(), List.of(), null, "");

  private final List<Operand<?, ?>> partition;
  private final List<Order> orders;
  private final @Nullable Node frame;
  private final String exclusion;

  private Window(
      List<Operand<?, ?>> partition, List<Order> orders, @Nullable Node frame, String exclusion) {
    this.partition = partition;
    this.orders = orders;
    this.frame = frame;
    this.exclusion = exclusion;
  }

  /** Only rows that agree with it in these. */
  public Window partitionBy(Operand<?, ?>... operands) {
    return new Window(Clauses.with(partition, List.of(operands)), orders, frame, exclusion);
  }

  /** Sorts them; without a frame, the rows up to this one and those at its place remain. */
  public Window orderBy(Order... terms) {
    return new Window(partition, Clauses.with(orders, List.of(terms)), frame, exclusion);
  }

  /** The rows between these, counted one by one. */
  public Window rows(Bound start, Bound end) {
    return framed("ROWS", start, end);
  }

  /** The rows whose value that they are sorted by lies between these. */
  public Window range(Bound start, Bound end) {
    return framed("RANGE", start, end);
  }

  /** The rows between these, counted by the places in the order, where several may stand. */
  public Window groups(Bound start, Bound end) {
    return framed("GROUPS", start, end);
  }

  private Window framed(String unit, Bound start, Bound end) {
    Node between = sql -> {
      sql.append(unit).append(" BETWEEN ");
      start.write(sql);
      sql.append(" AND ");
      end.write(sql);
    };
    return new Window(partition, orders, between, exclusion);
  }

  /** Without the row itself. */
  public Window excludeCurrentRow() {
    return excluding("CURRENT ROW");
  }

  /** Without the row itself and those at its place. */
  public Window excludeGroup() {
    return excluding("GROUP");
  }

  /** Without the others at its place. */
  public Window excludeTies() {
    return excluding("TIES");
  }

  private Window excluding(String what) {
    if (frame == null) {
      throw new StatementException("A window without rows(…), range(…) or groups(…) excludes"
          + " nothing. Say the frame first.");
    }
    return new Window(partition, orders, frame, " EXCLUDE " + what);
  }

  /** The same under a name, for {@link Select#window}. */
  public NamedWindow named(String name) {
    return new NamedWindow(name, this);
  }

  void write(Sql sql) {
    sql.append("(");
    String separator = "";
    if (!partition.isEmpty()) {
      sql.append("PARTITION BY ");
      SelectText.writeTerms(sql, partition, (text, operand) -> operand.write(text));
      separator = " ";
    }
    if (!orders.isEmpty()) {
      sql.append(separator).append("ORDER BY ");
      writeOrders(sql, orders);
      separator = " ";
    }
    if (frame != null) {
      sql.append(separator);
      frame.write(sql);
      sql.append(exclusion);
    }
    sql.append(")");
  }

  static void writeOrders(Sql sql, List<Order> orders) {
    String separator = "";
    for (Order order : orders) {
      sql.append(separator);
      separator = ", ";
      order.write(sql);
    }
  }
}
