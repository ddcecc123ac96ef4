package dev.varve.runtime.schema;

import java.nio.charset.StandardCharsets;

/**
 * A PostgreSQL identifier as the catalogue stores it: unquoted, case kept.
 *
 * <p>PostgreSQL cuts a longer identifier to 63 bytes without an error, and two names may then be
 * one; so a name that is too long cannot exist here. <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL: lexical
 * structure</a>.
 *
 * @param value 1 to 63 bytes of UTF-8, without NUL and without half of a surrogate pair
 */
public record Name(String value) implements Comparable<Name> {
  /** The longest identifier that a server of default build keeps, in bytes of UTF-8. */
  public static final int MAX_BYTES = 63;

  public Name {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "A name takes 1 to " + MAX_BYTES + " bytes and no NUL: \"" + value + "\"");
    }
  }

  /** Whether PostgreSQL would keep this identifier as it is. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.indexOf('\0') < 0
        && StandardCharsets.UTF_8.newEncoder().canEncode(value)
        && bytes(value) <= MAX_BYTES;
  }

  /** The length that counts for PostgreSQL, in bytes of UTF-8. */
  public static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The name as SQL: in double quotes only where PostgreSQL needs them. */
  public String quoted() {
    return isPlain() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private boolean isPlain() {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !Keywords.needQuotes(value);
  }

  @Override
  public int compareTo(Name other) {
    return value.compareTo(other.value);
  }

  /** The bare identifier, for messages. */
  @Override
  public String toString() {
    return value;
  }
}
