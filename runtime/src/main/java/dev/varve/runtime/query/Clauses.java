package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of a select after its list. Copied before each change, then given to one select. */
final class Clauses {
  /** Shared, so never changed. */
  static final Clauses NONE = new Clauses();

  /** {@code DISTINCT}, or {@code DISTINCT ON} where there are operands; null for neither. */
  @Nullable
  List<Operand<?, ?>> distinct;

  List<Join> joins = List.of();
  Condition where = Condition.EMPTY;
  List<Grouping> groups = List.of();
  Condition having = Condition.EMPTY;
  List<NamedWindow> windows = List.of();
  List<Order> orders = List.of();

  @Nullable
  Long limit;

  @Nullable
  Long offset;

  boolean withTies;

  /** {@code FOR UPDATE …}, or empty. */
  String lock = "";

  List<Relation<?>> lockOf = List.of();

  /** What follows the keyword JOIN. Without a condition, it has none. */
  static final class Join {
    private final String keyword;
    private final Relation<?> relation;
    private final Condition on;

    Join(String keyword, Relation<?> relation, Condition on) {
      this.keyword = keyword;
      this.relation = relation;
      this.on = on;
    }

    Relation<?> relation() {
      return relation;
    }

    void write(Sql sql) {
      sql.line(keyword);
      relation.writeSource(sql);
      if (!on.isEmpty()) {
        sql.append(" ON ");
        on.write(sql);
      }
    }
  }

  Clauses() {}

  Clauses(Clauses other) {
    distinct = other.distinct;
    joins = other.joins;
    where = other.where;
    groups = other.groups;
    having = other.having;
    windows = other.windows;
    orders = other.orders;
    limit = other.limit;
    offset = other.offset;
    withTies = other.withTies;
    lock = other.lock;
    lockOf = other.lockOf;
  }

  @SuppressWarnings("unchecked") // what is only read may be of a narrower type
  static <T> List<T> with(List<T> list, List<? extends T> more) {
    if (list.isEmpty() || more.isEmpty()) {
      return more.isEmpty() ? list : (List<T>) more;
    }
    List<T> all = new ArrayList<>(list.size() + more.size());
    all.addAll(list);
    all.addAll(more);
    return all;
  }

  /** Whether a row is one row of what is read, and no other clause tells how many there are. */
  boolean isPlain() {
    return distinct == null && groups.isEmpty() && having.isEmpty() && !isPart();
  }

  boolean isPart() {
    return limit != null || offset != null;
  }

  void writePart(Sql sql) {
    if (offset != null && withTies) {
      writeOffset(sql, offset);
    }
    if (limit != null) {
      sql.line(withTies ? "FETCH FIRST " : "LIMIT ");
      sql.parameter(Type.LONG, limit);
      sql.append(withTies ? " ROWS WITH TIES" : "");
    }
    if (offset != null && !withTies) {
      writeOffset(sql, offset);
    }
    if (!lock.isEmpty()) {
      writeLock(sql);
    }
  }

  private static void writeOffset(Sql sql, Long offset) {
    sql.line("OFFSET ");
    sql.parameter(Type.LONG, offset);
  }

  private void writeLock(Sql sql) {
    int wait = lock.indexOf('|');
    sql.line(wait < 0 ? lock : lock.substring(0, wait));
    String separator = " OF ";
    for (Relation<?> relation : lockOf) {
      sql.inScope(relation, "*");
      sql.append(separator).append(relation.name());
      separator = ", ";
    }
    sql.append(wait < 0 ? "" : lock.substring(wait + 1));
  }
}
