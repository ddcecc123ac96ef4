package dev.varve.runtime.query;

/** What text can do beyond being compared. */
public sealed interface Text
    permits TextColumn, NullableTextColumn, TextExpression, NullableTextExpression {
  /** Matches a pattern: {@code %} is any text, {@code _} one character, {@code \} escapes both. */
  default Condition like(String pattern) {
    return Texts.match(this, " LIKE ", pattern);
  }

  default Condition notLike(String pattern) {
    return Texts.match(this, " NOT LIKE ", pattern);
  }

  /** {@link #like} without regard to case. */
  default Condition ilike(String pattern) {
    return Texts.match(this, " ILIKE ", pattern);
  }

  default Condition notIlike(String pattern) {
    return Texts.match(this, " NOT ILIKE ", pattern);
  }

  /** Starts with this text, in which no character has a meaning of its own. */
  default Condition startsWith(String prefix) {
    return like(Texts.escaped(prefix) + "%");
  }

  /** Ends with this text, in which no character has a meaning of its own. */
  default Condition endsWith(String suffix) {
    return like("%" + Texts.escaped(suffix));
  }

  /** Contains this text, in which no character has a meaning of its own. */
  default Condition containsText(String part) {
    return like("%" + Texts.escaped(part) + "%");
  }

  /** Matches a POSIX regular expression somewhere. */
  default Condition matches(String regex) {
    return Texts.match(this, " ~ ", regex);
  }

  /** {@link #matches} without regard to case. */
  default Condition imatches(String regex) {
    return Texts.match(this, " ~* ", regex);
  }
}
