package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that is true, false or unknown of a row.
 *
 * <p>It can also be <em>empty</em>: what {@link Expressions#when} gives when it does not apply. An
 * empty condition takes no part in {@code and}, {@code or} and {@code not}; a select without any
 * other reads every row, an update or delete without any other is refused.
 */
public abstract sealed class Condition {
  static final Condition EMPTY = new Empty();

  private Condition() {}

  abstract void write(Sql sql);

  public final Condition and(Condition other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return allOf(List.of(this, other));
  }

  public final Condition or(Condition other) {
    return anyOf(List.of(this, other));
  }

  public final Condition not() {
    return isEmpty() ? this : new Not(this);
  }

  /** Its truth as a value, NULL where it is unknown. */
  public final NullableExpression<Boolean> asValue() {
    if (isEmpty()) {
      throw new StatementException("An empty condition has no value.");
    }
    return new NullableComputed<>(Type.BOOLEAN, sql -> {
      sql.append("(");
      write(sql);
      sql.append(")");
    });
  }

  final boolean isEmpty() {
    return this instanceof Empty;
  }

  static Condition allOf(List<Condition> conditions) {
    return joined(" AND ", conditions);
  }

  static Condition anyOf(List<Condition> conditions) {
    return joined(" OR ", conditions);
  }

  /** All of these, without a list of them in between. */
  static Condition allOf(Condition first, Condition... more) {
    if (more.length == 0) {
      return first;
    }
    List<Condition> parts = new ArrayList<>(more.length + 1);
    add(" AND ", first, parts);
    for (Condition condition : more) {
      add(" AND ", condition, parts);
    }
    return joinedParts(" AND ", parts);
  }

  private static Condition joined(String operator, List<Condition> conditions) {
    List<Condition> parts = new ArrayList<>(conditions.size());
    for (Condition condition : conditions) {
      add(operator, condition, parts);
    }
    return joinedParts(operator, parts);
  }

  private static void add(String operator, Condition condition, List<Condition> parts) {
    if (condition instanceof Joined same && same.operator.equals(operator)) {
      parts.addAll(same.parts);
    } else if (!condition.isEmpty()) {
      parts.add(condition);
    }
  }

  private static Condition joinedParts(String operator, List<Condition> parts) {
    return switch (parts.size()) {
      case 0 -> EMPTY;
      case 1 -> parts.get(0);
      default -> new Joined(operator, parts);
    };
  }

  static final class Empty extends Condition {
    @Override
    void write(Sql sql) {
      throw new IllegalStateException("An empty condition has no SQL");
    }
  }

  /** A condition whose text needs no parentheses beside AND. */
  static final class Test extends Condition {
    private final Node node;

    Test(Node node) {
      this.node = node;
    }

    @Override
    void write(Sql sql) {
      long mark = sql.mark();
      node.write(sql);
      sql.protect(mark);
    }
  }

  static final class Comparison extends Condition {
    private final Operand<?, ?> left;
    private final String operator;
    private final Node right;

    Comparison(Operand<?, ?> left, String operator, Node right) {
      this.left = left;
      this.operator = operator;
      this.right = right;
    }

    @Override
    void write(Sql sql) {
      long mark = sql.mark();
      left.write(sql);
      sql.append(operator);
      right.write(sql);
      sql.protect(mark);
    }
  }

  static final class AnyOf extends Condition {
    private final Operand<?, ?> left;
    private final String operator;
    private final Value<?> list;

    AnyOf(Operand<?, ?> left, String operator, Value<?> list) {
      this.left = left;
      this.operator = operator;
      this.list = list;
    }

    @Override
    void write(Sql sql) {
      long mark = sql.mark();
      left.write(sql);
      sql.append(operator);
      list.write(sql);
      sql.append(")");
      sql.protect(mark);
    }
  }

  static final class Between extends Condition {
    private final Operand<?, ?> operand;
    private final Operand<?, ?> low;
    private final Operand<?, ?> high;

    Between(Operand<?, ?> operand, Operand<?, ?> low, Operand<?, ?> high) {
      this.operand = operand;
      this.low = low;
      this.high = high;
    }

    @Override
    void write(Sql sql) {
      long mark = sql.mark();
      operand.write(sql);
      sql.append(" BETWEEN ");
      low.write(sql);
      sql.append(" AND ");
      high.write(sql);
      sql.protect(mark);
    }
  }

  static final class NullTest extends Condition {
    private final Operand<?, ?> operand;
    private final String test;

    NullTest(Operand<?, ?> operand, String test) {
      this.operand = operand;
      this.test = test;
    }

    @Override
    void write(Sql sql) {
      operand.write(sql);
      sql.append(test);
    }
  }

  static final class Not extends Condition {
    private final Condition condition;

    Not(Condition condition) {
      this.condition = condition;
    }

    @Override
    void write(Sql sql) {
      sql.append("NOT (");
      condition.write(sql);
      sql.append(")");
    }
  }

  static final class Joined extends Condition {
    private final String operator;
    private final List<Condition> parts;

    Joined(String operator, List<Condition> parts) {
      this.operator = operator;
      this.parts = parts;
    }

    @Override
    void write(Sql sql) {
      String separator = "";
      for (Condition part : parts) {
        sql.append(separator);
        separator = operator;
        if (part instanceof Joined) {
          sql.append("(");
          part.write(sql);
          sql.append(")");
        } else {
          part.write(sql);
        }
      }
    }
  }
}
