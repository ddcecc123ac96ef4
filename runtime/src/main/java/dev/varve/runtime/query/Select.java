package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A select. Each method gives another one and leaves this as it is, so that a common part can be
 * kept and refined.
 *
 * @param <V> what one row is in Java
 */
public final class Select<V> extends Results<V> {
  private final Operations operations;
  private final Selection<V> selection;
  private final Source<?> source;
  private final List<Join> joins;
  private final Condition where;
  private final List<Order> orders;
  private final @Nullable Long limit;
  private final @Nullable Long offset;

  private record Join(Source<?> source, Condition on) {}

  Select(Operations operations, Selection<V> selection, Source<?> source) {
    this(operations, selection, source, List.of(), Condition.EMPTY, List.of(), null, null);
  }

  private Select(
      Operations operations,
      Selection<V> selection,
      Source<?> source,
      List<Join> joins,
      Condition where,
      List<Order> orders,
      @Nullable Long limit,
      @Nullable Long offset) {
    this.operations = operations;
    this.selection = selection;
    this.source = source;
    this.joins = joins;
    this.where = where;
    this.orders = orders;
    this.limit = limit;
    this.offset = offset;
  }

  /** An inner join. */
  public SelectJoin<V> join(Source<?> other) {
    return new SelectJoin<>(this, other);
  }

  Select<V> joined(Source<?> other, Condition on) {
    List<Join> more = new ArrayList<>(joins);
    more.add(new Join(other, on));
    return new Select<>(operations, selection, source, more, where, orders, limit, offset);
  }

  /** Only rows for which all of these hold, and what was asked for before. */
  public Select<V> where(Condition first, Condition... more) {
    Condition all = where.and(Conditions.all(first, more));
    return new Select<>(operations, selection, source, joins, all, orders, limit, offset);
  }

  /** Sorts the rows; terms of an earlier call come first. */
  public Select<V> orderBy(Order first, Order... more) {
    List<Order> all = new ArrayList<>(orders);
    all.add(first);
    all.addAll(List.of(more));
    return new Select<>(operations, selection, source, joins, where, all, limit, offset);
  }

  /** At most so many rows. */
  public Select<V> limit(long rows) {
    return new Select<>(
        operations, selection, source, joins, where, orders, notNegative(rows), offset);
  }

  /** Without the first so many rows. */
  public Select<V> offset(long rows) {
    return new Select<>(
        operations, selection, source, joins, where, orders, limit, notNegative(rows));
  }

  private static long notNegative(long rows) {
    if (rows < 0) {
      throw new StatementException("A limit or offset cannot be negative: " + rows + ".");
    }
    return rows;
  }

  @Override
  public List<V> list() {
    Sql sql = sql();
    return operations.run(sql.text(), sql::bind, Fetch.list(selection));
  }

  /** The first row, if there is one; without an order, any. */
  public Optional<V> first() {
    Select<V> one = limit == null || limit > 1 ? limit(1) : this;
    Sql sql = one.sql();
    return operations.run(sql.text(), sql::bind, Fetch.atMostOne(selection));
  }

  /** How many rows there are, limit and offset included. */
  public long count() {
    Sql sql = scoped();
    boolean part = limit != null || offset != null;
    sql.append(part ? "SELECT count(*)\nFROM (SELECT" : "SELECT count(*)");
    writeRows(sql);
    writePart(sql);
    if (part) {
      sql.append(") AS \"rows\"");
    }
    return operations
        .run(sql.text(), sql::bind, Fetch.atMostOne(Expressions.count()))
        .orElseThrow();
  }

  private Sql sql() {
    Sql sql = scoped();
    sql.append("SELECT ");
    selection.write(sql);
    writeRows(sql);
    String separator = "\nORDER BY ";
    for (Order order : orders) {
      sql.append(separator);
      separator = ", ";
      order.write(sql);
    }
    writePart(sql);
    return sql;
  }

  private Sql scoped() {
    Sql sql = new Sql();
    sql.enter(source);
    joins.forEach(join -> sql.enter(join.source()));
    return sql;
  }

  private void writeRows(Sql sql) {
    sql.append("\nFROM ");
    source.writeSource(sql);
    for (Join join : joins) {
      sql.append("\nJOIN ");
      join.source().writeSource(sql);
      sql.append(" ON ");
      join.on().write(sql);
    }
    if (!where.isEmpty()) {
      sql.append("\nWHERE ");
      where.write(sql);
    }
  }

  private void writePart(Sql sql) {
    if (limit != null) {
      sql.append("\nLIMIT ");
      sql.parameter(Type.LONG, limit);
    }
    if (offset != null) {
      sql.append("\nOFFSET ");
      sql.parameter(Type.LONG, offset);
    }
  }
}
