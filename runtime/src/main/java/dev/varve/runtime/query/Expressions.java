package dev.varve.runtime.query;

import java.util.List;
import java.util.function.Supplier;

/** What reads best as a function; made to be imported statically. */
public final class Expressions {
  private static final Expression<Long> COUNT = new Count();

  private Expressions() {}

  /** All of these; the empty ones among them do not count. */
  public static Condition and(Condition... conditions) {
    return Condition.allOf(List.of(conditions));
  }

  /** At least one of these; the empty ones among them do not count. */
  public static Condition or(Condition... conditions) {
    return Condition.anyOf(List.of(conditions));
  }

  public static Condition not(Condition condition) {
    return condition.not();
  }

  /**
   * The condition if it applies, otherwise an empty one. The supplier runs only if it applies, so
   * that it may use what is null otherwise: {@code when(q != null, () -> USERS.email.ilike(q))}.
   */
  public static Condition when(boolean applies, Supplier<Condition> condition) {
    return applies ? condition.get() : Condition.EMPTY;
  }

  /** The number of rows. */
  public static Expression<Long> count() {
    return COUNT;
  }

  private static final class Count extends Expression<Long> {
    @Override
    Type<Long> type() {
      return Type.LONG;
    }

    @Override
    void write(Sql sql) {
      sql.append("count(*)");
    }
  }
}
