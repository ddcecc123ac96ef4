package dev.varve.runtime.query;

import java.time.Duration;

/** Where the frame of a window starts or ends. */
public final class Bound {
  private final Node node;

  private Bound(Node node) {
    this.node = node;
  }

  public static Bound unboundedPreceding() {
    return new Bound(sql -> sql.append("UNBOUNDED PRECEDING"));
  }

  /** So many rows, values or places before. */
  public static Bound preceding(long count) {
    return at(Type.LONG, count, " PRECEDING");
  }

  /** So much earlier, of rows that are sorted by a time. */
  public static Bound preceding(Duration time) {
    return at(Times.INTERVAL, time.toString(), " PRECEDING");
  }

  public static Bound currentRow() {
    return new Bound(sql -> sql.append("CURRENT ROW"));
  }

  /** So many rows, values or places after. */
  public static Bound following(long count) {
    return at(Type.LONG, count, " FOLLOWING");
  }

  /** So much later, of rows that are sorted by a time. */
  public static Bound following(Duration time) {
    return at(Times.INTERVAL, time.toString(), " FOLLOWING");
  }

  public static Bound unboundedFollowing() {
    return new Bound(sql -> sql.append("UNBOUNDED FOLLOWING"));
  }

  private static <T> Bound at(Type<T> type, T value, String direction) {
    return new Bound(sql -> {
      sql.parameter(type, value);
      sql.append(direction);
    });
  }

  void write(Sql sql) {
    node.write(sql);
  }
}
