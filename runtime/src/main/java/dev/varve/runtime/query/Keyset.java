package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a select page by page. */
final class Keyset<V> {
  private final Select<V> select;
  private final List<Order> orders;
  private final String order;

  private Keyset(Select<V> select, List<Order> orders) {
    this.select = select;
    this.orders = orders;
    Sql text = new Sql();
    select.relations().forEach(text::enter);
    Window.writeOrders(text, orders);
    this.order = Integer.toHexString(text.text().hashCode());
  }

  static <V> Keyset<V> of(Select<V> select) {
    Clauses clauses = select.clauses();
    if (!clauses.isPlain()) {
      throw new StatementException("A select with distinct, groupBy, limit or offset has no pages."
          + " Give it a name, .as(\"…\"), and read that page by page.");
    }
    for (Relation<?> relation : select.relations()) {
      requireKey(relation, clauses.orders);
    }
    return new Keyset<>(select, clauses.orders);
  }

  private static void requireKey(Relation<?> relation, List<Order> orders) {
    Relation<?> source = relation instanceof Outer<?> outer ? outer.source() : relation;
    if (source instanceof Table<?, ?, ?, ?> table) {
      for (Key<?, ?> key : table.keys()) {
        if (key.columns().stream().allMatch(column -> isAmong(column, relation, orders))) {
          return;
        }
      }
      throw new StatementException("The pages of a select that reads "
          + relation.name()
          + " need an order that tells its rows apart. Add the columns of one of its keys to"
          + " orderBy(…).");
    }
  }

  private static boolean isAmong(Operand<?, ?> column, Relation<?> relation, List<Order> orders) {
    String name = ((ColumnOf<?>) column.node()).name();
    return orders.stream()
        .anyMatch(term -> term.operand().unnamed().node() instanceof ColumnOf<?> sorted
            && sorted.name().equals(name)
            && sorted.table().isSame(relation));
  }

  Page<V> page(@Nullable Cursor after, int size) {
    if (size < 1) {
      throw new StatementException("A page has at least one row, not " + size + ".");
    }
    Select<V> rest = after == null ? select : select.where(after(values(after)));
    List<Placed<V>> rows = rest.selecting(new WithPlace<>(select.selection(), orders))
        .limit(size + 1L)
        .list();
    boolean more = rows.size() > size;
    List<Placed<V>> page = more ? rows.subList(0, size) : rows;
    return new Page<>(
        page.stream().map(Placed::row).toList(),
        more ? Optional.of(new Cursor(order, page.get(size - 1).values())) : Optional.empty());
  }

  private List<@Nullable String> values(Cursor cursor) {
    if (!cursor.order().equals(order) || cursor.values().size() != orders.size()) {
      throw new StatementException("The cursor is of a page in another order.");
    }
    return cursor.values();
  }

  /** What comes after these values: later in one term, and the same in those before it. */
  private Condition after(List<@Nullable String> values) {
    if (isUniform(values)) {
      return uniform(values);
    }
    List<Condition> later = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      Condition past = past(orders.get(i), values.get(i));
      if (past != null) {
        List<Condition> all = new ArrayList<>();
        for (int j = 0; j < i; j++) {
          all.add(same(orders.get(j).operand(), values.get(j)));
        }
        all.add(past);
        later.add(Condition.allOf(all));
      }
    }
    return later.isEmpty()
        ? new Condition.Test(sql -> sql.append("false"))
        : Condition.anyOf(later);
  }

  private boolean isUniform(List<@Nullable String> values) {
    boolean descending = orders.get(0).isDescending();
    return !values.contains(null)
        && orders.stream()
            .allMatch(term -> term.isDescending() == descending
                && !(term.operand() instanceof NullableExpression<?>));
  }

  /** One comparison of rows, which an index serves. */
  private Condition uniform(List<@Nullable String> values) {
    return new Condition.Test(sql -> {
      sql.append("(");
      SelectText.writeTerms(
          sql, orders.stream().map(Order::operand).toList(), (text, term) -> term.write(text));
      sql.append(orders.get(0).isDescending() ? ") < (" : ") > (");
      for (int i = 0; i < orders.size(); i++) {
        sql.append(i == 0 ? "" : ", ");
        writeValue(sql, orders.get(i).operand(), values.get(i));
      }
      sql.append(")");
    });
  }

  private static Condition same(Operand<?, ?> operand, @Nullable String value) {
    return value == null
        ? new Condition.NullTest(operand, " IS NULL")
        : compared(operand, " = ", value);
  }

  /** Null where nothing comes after the value. */
  private static @Nullable Condition past(Order term, @Nullable String value) {
    Operand<?, ?> operand = term.operand();
    if (value == null) {
      return term.isNullsFirst() ? new Condition.NullTest(operand, " IS NOT NULL") : null;
    }
    Condition later = compared(operand, term.isDescending() ? " < " : " > ", value);
    return operand instanceof NullableExpression<?> && !term.isNullsFirst()
        ? later.or(new Condition.NullTest(operand, " IS NULL"))
        : later;
  }

  private static Condition compared(Operand<?, ?> operand, String operator, String value) {
    return new Condition.Test(sql -> {
      operand.write(sql);
      sql.append(operator);
      writeValue(sql, operand, value);
    });
  }

  private static <T> void writeValue(Sql sql, Operand<T, ?> operand, @Nullable String text) {
    if (text == null) {
      throw new IllegalStateException("NULL is compared by IS NULL");
    }
    T value;
    try {
      value = operand.type().parse(text);
    } catch (RuntimeException e) {
      throw new StatementException("The cursor holds a value of another type.");
    }
    sql.parameter(operand.type(), value);
  }

  private record Placed<V>(V row, List<@Nullable String> values) {}

  /** A selection and, behind it, what it is sorted by. */
  private static final class WithPlace<V> extends Selection<Placed<V>> {
    private final Selection<V> selection;
    private final List<Order> orders;

    WithPlace(Selection<V> selection, List<Order> orders) {
      this.selection = selection;
      this.orders = orders;
    }

    @Override
    void writeList(Sql sql) {
      selection.writeList(sql);
      for (Order term : orders) {
        sql.append(", ");
        term.operand().write(sql);
      }
    }

    @Override
    void outputs(List<Output> outputs) {
      selection.outputs(outputs);
      orders.forEach(term -> term.operand().outputs(outputs));
    }

    @Override
    int width() {
      return selection.width() + orders.size();
    }

    @Override
    public Placed<V> read(RowReader row, int at) throws SQLException {
      List<@Nullable String> values = new ArrayList<>();
      for (int i = 0; i < orders.size(); i++) {
        values.add(orders.get(i).operand().readText(row, at + selection.width() + i));
      }
      return new Placed<>(selection.read(row, at), values);
    }
  }
}
