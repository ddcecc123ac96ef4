package dev.varve.runtime.query;

/**
 * A range: of two expressions that are its bounds, or a column of one. It can be compared, and its
 * bounds be selected.
 *
 * @param <T> the Java type of its bounds
 */
public final class RangeOf<T> {
  private final Type<T> type;
  private final Node node;

  RangeOf(Type<T> type, Node node) {
    this.type = type;
    this.node = node;
  }

  /** The value lies in it. */
  public Condition contains(T value) {
    return contains(Calls.value(type, value));
  }

  /** The value lies in it. */
  public Condition contains(Operand<T, ?> value) {
    return test(" @> ", value::write);
  }

  /** The other lies in it as a whole. */
  public Condition contains(RangeOf<T> other) {
    return test(" @> ", other.node);
  }

  /** It lies in the other as a whole. */
  public Condition containedBy(RangeOf<T> other) {
    return test(" <@ ", other.node);
  }

  /** They have a value in common. */
  public Condition overlaps(RangeOf<T> other) {
    return test(" && ", other.node);
  }

  /** It ends before the other starts. */
  public Condition before(RangeOf<T> other) {
    return test(" << ", other.node);
  }

  /** It starts after the other ends. */
  public Condition after(RangeOf<T> other) {
    return test(" >> ", other.node);
  }

  /** One ends where the other starts, with nothing between them. */
  public Condition adjacent(RangeOf<T> other) {
    return test(" -|- ", other.node);
  }

  /** It contains no value. */
  public Condition isEmpty() {
    return new Condition.Test(sql -> function("isempty").write(sql));
  }

  /** What both contain. */
  public RangeOf<T> intersection(RangeOf<T> other) {
    return new RangeOf<>(type, sql -> {
      sql.append("(");
      node.write(sql);
      sql.append(" * ");
      other.node.write(sql);
      sql.append(")");
    });
  }

  /** Its lower bound; NULL if it has none. */
  public NullableExpression<T> lower() {
    return new NullableComputed<>(type, function("lower"));
  }

  /** Its upper bound; NULL if it has none. */
  public NullableExpression<T> upper() {
    return new NullableComputed<>(type, function("upper"));
  }

  private Node function(String name) {
    return sql -> {
      sql.append(name).append("(");
      node.write(sql);
      sql.append(")");
    };
  }

  private Condition test(String operator, Node other) {
    return new Condition.Test(sql -> {
      node.write(sql);
      sql.append(operator);
      other.write(sql);
    });
  }
}
