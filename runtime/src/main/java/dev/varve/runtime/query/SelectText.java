package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a select whose relations are entered.
 *
 * <p>What is selected and grouped, sorted or told apart by, and is no column, is referred to by its
 * number: written twice, each with parameters of its own, PostgreSQL would not know it as the same.
 */
final class SelectText {
  private final Select<?> select;
  private final Clauses clauses;
  private @Nullable List<Output> outputs;

  SelectText(Select<?> select) {
    this.select = select;
    this.clauses = select.clauses();
  }

  void write(Sql sql) {
    sql.line("SELECT ");
    writeDistinct(sql);
    select.selection().writeList(sql);
    select.writeRows(sql);
    writeGroups(sql);
    if (!clauses.having.isEmpty()) {
      sql.line("HAVING ");
      clauses.having.write(sql);
    }
    writeWindows(sql);
    writeOrders(sql, clauses.orders, this::writeTerm);
    clauses.writePart(sql);
  }

  private void writeDistinct(Sql sql) {
    List<Operand<?, ?>> on = clauses.distinct;
    if (on == null) {
      return;
    }
    sql.append("DISTINCT ");
    if (!on.isEmpty()) {
      requireLeading(on);
      sql.append("ON (");
      writeTerms(sql, on, this::writeTerm);
      sql.append(") ");
    }
  }

  private void requireLeading(List<Operand<?, ?>> on) {
    List<Order> orders = clauses.orders;
    for (int i = 0; i < Math.min(on.size(), orders.size()); i++) {
      Operand<?, ?> leading = orders.get(i).operand();
      if (on.stream().noneMatch(operand -> isSame(operand, leading))) {
        throw new StatementException("The select is distinctOn(…) something else than what its"
            + " order starts with. Sort by the operands of distinctOn(…) first.");
      }
    }
  }

  private static boolean isSame(Operand<?, ?> a, Operand<?, ?> b) {
    List<Output> outputs = new ArrayList<>();
    a.outputs(outputs);
    return outputs.get(0).is(b);
  }

  private void writeGroups(Sql sql) {
    String separator = "GROUP BY ";
    for (Grouping grouping : clauses.groups) {
      grouping.requireNullable(outputs());
      if (separator.equals(", ")) {
        sql.append(separator);
      } else {
        sql.line(separator);
      }
      separator = ", ";
      grouping.write(sql, this::writeTerm);
    }
  }

  private void writeWindows(Sql sql) {
    String separator = "WINDOW ";
    for (NamedWindow window : clauses.windows) {
      if (separator.equals(", ")) {
        sql.append(separator);
      } else {
        sql.line(separator);
      }
      separator = ", ";
      sql.append(window.name()).append(" AS ");
      window.definition().write(sql);
    }
  }

  interface Term {
    void write(Sql sql, Operand<?, ?> operand);
  }

  static void writeTerms(Sql sql, List<? extends Operand<?, ?>> operands, Term term) {
    String separator = "";
    for (Operand<?, ?> operand : operands) {
      sql.append(separator);
      separator = ", ";
      term.write(sql, operand);
    }
  }

  static void writeOrders(Sql sql, List<Order> orders, Term term) {
    for (int i = 0; i < orders.size(); i++) {
      if (i == 0) {
        sql.line("ORDER BY ");
      } else {
        sql.append(", ");
      }
      term.write(sql, orders.get(i).operand());
      sql.append(orders.get(i).direction());
    }
  }

  private void writeTerm(Sql sql, Operand<?, ?> operand) {
    if (operand.node() instanceof ColumnOf<?> column) {
      column.write(sql);
      return;
    }
    int position = position(outputs(), operand);
    if (position < 0) {
      operand.write(sql);
    } else {
      sql.append(Integer.toString(position + 1));
    }
  }

  static int position(List<Output> outputs, Operand<?, ?> operand) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).is(operand)) {
        return i;
      }
    }
    return -1;
  }

  private List<Output> outputs() {
    List<Output> known = outputs;
    if (known == null) {
      known = new ArrayList<>();
      select.selection().outputs(known);
      outputs = known;
    }
    return known;
  }
}
