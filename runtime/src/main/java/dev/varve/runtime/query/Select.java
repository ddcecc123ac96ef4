package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A select. Each method gives another one and leaves this as it is, so that a common part can be
 * kept and refined.
 *
 * @param <V> what one row is in Java
 */
public final class Select<V> extends Query<V> {
  private final Selection<V> selection;
  private final Relation<?> source;
  private final Clauses clauses;

  Select(Statements statements, Selection<V> selection, Relation<?> source) {
    this(statements, selection, source, Clauses.NONE);
  }

  private Select(
      Statements statements, Selection<V> selection, Relation<?> source, Clauses clauses) {
    super(statements);
    this.selection = selection;
    this.source = source;
    this.clauses = clauses;
  }

  Select<V> with(Consumer<Clauses> change) {
    Clauses changed = new Clauses(clauses);
    change.accept(changed);
    return new Select<>(statements(), selection, source, changed);
  }

  <X> Select<X> selecting(Selection<X> other) {
    return new Select<>(statements(), other, source, clauses);
  }

  @Override
  Selection<V> selection() {
    return selection;
  }

  Relation<?> source() {
    return source;
  }

  Clauses clauses() {
    return clauses;
  }

  /** Each row once. */
  public Select<V> distinct() {
    return with(c -> c.distinct = List.of());
  }

  /**
   * Of the rows that agree in these, the first in the order, which has to start with them.
   *
   * @throws StatementException when it runs, if the order starts otherwise
   */
  public Select<V> distinctOn(Operand<?, ?> first, Operand<?, ?>... more) {
    return with(c -> c.distinct = Clauses.with(List.of(first), List.of(more)));
  }

  /** An inner join: the pairs of rows for which the condition holds. */
  public SelectJoin<V> join(Source<?> other) {
    return new SelectJoin<>(this, "JOIN ", other);
  }

  /** A left join: all rows so far, beside each those of the other that fit it, or none. */
  public SelectJoin<V> leftJoin(Outer<?> other) {
    return new SelectJoin<>(this, "LEFT JOIN ", other);
  }

  /** Every row so far beside every row of the other. */
  public Select<V> crossJoin(Source<?> other) {
    return joined("CROSS JOIN ", other, Condition.EMPTY);
  }

  /** An inner join with a query that may use the columns of what stands before it. */
  public SelectJoin<V> joinLateral(Subquery<?> other) {
    return new SelectJoin<>(this, "JOIN LATERAL ", other);
  }

  /** A left join with a query that may use the columns of what stands before it. */
  public SelectJoin<V> leftJoinLateral(OuterRows<?> other) {
    return new SelectJoin<>(this, "LEFT JOIN LATERAL ", other);
  }

  /** For every row so far, the rows of a query that may use its columns. */
  public Select<V> crossJoinLateral(Subquery<?> other) {
    return joined("CROSS JOIN LATERAL ", other, Condition.EMPTY);
  }

  Select<V> joined(String keyword, Relation<?> other, Condition on) {
    Clauses.Join join = new Clauses.Join(keyword, other, on);
    return with(c -> c.joins = Clauses.with(c.joins, List.of(join)));
  }

  /** Only rows for which all of these hold, and what was asked for before. */
  public Select<V> where(Condition first, Condition... more) {
    return with(c -> c.where = c.where.and(Condition.allOf(first, more)));
  }

  /** One row for those that agree in all of these. */
  public Select<V> groupBy(Operand<?, ?>... operands) {
    return with(c -> c.groups = Clauses.with(c.groups, Grouping.each(operands)));
  }

  /** One row for each group of each of the sets. */
  public Select<V> groupBy(Grouping first, Grouping... more) {
    return with(
        c -> c.groups = Clauses.with(c.groups, Clauses.with(List.of(first), List.of(more))));
  }

  /** Only groups for which all of these hold. */
  public Select<V> having(Condition first, Condition... more) {
    return with(c -> c.having = c.having.and(Condition.allOf(first, more)));
  }

  /** Names windows, for functions that are computed over the same. */
  public Select<V> window(NamedWindow... windows) {
    return with(c -> c.windows = Clauses.with(c.windows, List.of(windows)));
  }

  /** Sorts the rows; terms of an earlier call come first. */
  public Select<V> orderBy(Order first, Order... more) {
    return orderBy(Clauses.with(List.of(first), List.of(more)));
  }

  /** Sorts the rows; terms of an earlier call come first. */
  public Select<V> orderBy(List<Order> orders) {
    return with(c -> c.orders = Clauses.with(c.orders, orders));
  }

  /** At most so many rows. */
  public Select<V> limit(long rows) {
    return with(c -> {
      c.limit = notNegative(rows);
      c.withTies = false;
    });
  }

  /** At most so many rows, and those that the order puts at the same place as the last one. */
  public Select<V> limitWithTies(long rows) {
    return with(c -> {
      c.limit = notNegative(rows);
      c.withTies = true;
    });
  }

  /** Without the first so many rows. */
  public Select<V> offset(long rows) {
    return with(c -> c.offset = notNegative(rows));
  }

  /** Locks the rows against every other change and lock. */
  public SelectLocked<V> forUpdate() {
    return new SelectLocked<>(this, "FOR UPDATE");
  }

  /** {@link #forUpdate}, but rows may refer to them meanwhile. */
  public SelectLocked<V> forNoKeyUpdate() {
    return new SelectLocked<>(this, "FOR NO KEY UPDATE");
  }

  /** Locks the rows against changes. */
  public SelectLocked<V> forShare() {
    return new SelectLocked<>(this, "FOR SHARE");
  }

  /** Locks the rows against deletion and changes of their keys. */
  public SelectLocked<V> forKeyShare() {
    return new SelectLocked<>(this, "FOR KEY SHARE");
  }

  /**
   * The first rows in their order, which has to tell every two rows apart: it contains, of each
   * table that is read, all columns of one of its keys. Unlike with an offset, a page costs the same
   * wherever it is, and rows that come and go move no other row to another page.
   *
   * @throws StatementException if the order could put two rows at the same place
   */
  public Page<V> page(int size) {
    return Keyset.of(this).page(null, size);
  }

  /** The rows after those of the page that gave this cursor. */
  public Page<V> page(@Nullable Cursor after, int size) {
    return Keyset.of(this).page(after, size);
  }

  @Override
  Query<V> firstRow() {
    Long limit = clauses.limit;
    return limit == null || limit > 1 || clauses.withTies ? limit(1) : this;
  }

  @Override
  public long count() {
    return clauses.isPlain() ? counted(this::writeCount) : super.count();
  }

  private void writeCount(Sql sql) {
    enter(sql);
    sql.line("SELECT count(*)");
    writeRows(sql);
  }

  @Override
  void writeExistence(Sql sql) {
    if (clauses.isPlain()) {
      enter(sql);
      sql.line("SELECT");
      writeRows(sql);
    } else {
      write(sql);
    }
  }

  @Override
  void write(Sql sql) {
    enter(sql);
    new SelectText(this).write(sql);
  }

  private void enter(Sql sql) {
    statements().begin(sql);
    sql.enter(source);
    clauses.joins.forEach(join -> sql.enter(join.relation()));
    sql.scope().declare(clauses.windows);
  }

  void writeRows(Sql sql) {
    if (source != Nothing.ROW) {
      sql.line("FROM ");
      source.writeSource(sql);
    }
    clauses.joins.forEach(join -> join.write(sql));
    if (!clauses.where.isEmpty()) {
      sql.line("WHERE ");
      clauses.where.write(sql);
    }
  }

  /** The relations that it reads. */
  List<Relation<?>> relations() {
    List<Relation<?>> relations = new ArrayList<>(List.of(source));
    clauses.joins.forEach(join -> relations.add(join.relation()));
    return relations;
  }
}
