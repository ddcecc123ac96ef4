package dev.varve.runtime.migrate.script;

import java.util.List;
import java.util.Optional;

/**
 * The statements that a migration must not hold. A {@code COMMIT} in the middle would end the
 * applier's transaction and leave half a step behind; a session setting would go on to whoever gets
 * the connection from the pool next.
 */
final class Refused {
  private static final String STRINGS =
      "standard_conforming_strings stays on: a backslash in a plain string is a character like"
          + " others. Write E'…' where it is meant to escape.";

  private Refused() {}

  /** Why a statement that starts with these words (upper case) is refused; empty if it is not. */
  static Optional<String> check(List<String> words, boolean inTransaction) {
    String first = word(words, 0);
    String second = word(words, 1);
    return Optional.ofNullable(
        switch (first) {
          case "BEGIN", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
            control(first);
          case "START", "PREPARE" ->
            second.equals("TRANSACTION") ? control(first + " " + second) : null;
          case "SET" ->
            switch (second) {
              case "LOCAL", "CONSTRAINTS" ->
                word(words, 2).equals("STANDARD_CONFORMING_STRINGS")
                    ? STRINGS
                    : inTransaction
                        ? null
                        : "SET " + second + " has no effect outside a transaction.";
              case "TRANSACTION", "SESSION" -> setting("SET " + second);
              default -> setting(first);
            };
          case "RESET", "DISCARD" -> setting(first);
          default -> null;
        });
  }

  private static String control(String words) {
    return words
        + " is not allowed: a step is a transaction already. Start another one with"
        + " \"-- varve:step transaction\".";
  }

  private static String setting(String words) {
    return words
        + " changes the session of whoever uses this connection next. Use SET LOCAL in a"
        + " transaction step.";
  }

  private static String word(List<String> words, int index) {
    return index < words.size() ? words.get(index) : "";
  }
}
