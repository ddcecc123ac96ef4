package dev.varve.runtime.migrate.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script's fingerprint: changes with every token, every directive and every line of data, not
 * with line ends, white space or ordinary comments.
 *
 * <p>The text starts with the algorithm's version, because a stored checksum must be understood for
 * ever. Both versions are the SHA-256 of the tokens in UTF-8, each followed by a byte 0. Version 1
 * cuts off white space at a token's ends, and so passes over the few names that end in a space of
 * Unicode; and it knows no data of {@code COPY}. Version 2 does neither. It is used only where it
 * differs, so that every other script keeps the checksum that databases have of it.
 */
public final class Checksum {
  private static final String VERSION_1 = "v1:";
  private static final String VERSION_2 = "v2:";

  private Checksum() {}

  /**
   * The checksum of this script: a version and 64 hexadecimal digits.
   *
   * @throws SqlScriptException if the text cannot be cut into tokens
   */
  public static String of(String sql) {
    return of(sql, true);
  }

  /**
   * Whether this is the script that was given this checksum, by whatever version of the algorithm.
   *
   * @throws SqlScriptException if the text cannot be cut into tokens
   */
  public static boolean matches(String checksum, String sql) {
    return checksum.equals(of(sql, !checksum.startsWith(VERSION_1)));
  }

  /** Whether it was made by a version of the algorithm that this runtime does not know. */
  public static boolean isOfNewerVersion(String checksum) {
    int end = checksum.indexOf(':');
    if (end < 2 || checksum.charAt(0) != 'v') {
      return false;
    }
    for (int i = 1; i < end; i++) {
      if (checksum.charAt(i) < '0' || checksum.charAt(i) > '9') {
        return false;
      }
    }
    return !checksum.startsWith(VERSION_1) && !checksum.startsWith(VERSION_2);
  }

  public static boolean isSameVersion(String checksum, String other) {
    return other.startsWith(checksum.substring(0, checksum.indexOf(':') + 1));
  }

  private static String of(String sql, boolean exact) {
    Bytes bytes = new Bytes(sha256());
    SqlLexer lexer = new SqlLexer(sql);
    boolean differs = false;
    for (SqlLexer.Kind kind = lexer.next(); kind != SqlLexer.Kind.END; kind = lexer.next()) {
      int start = lexer.start();
      int end = lexer.end();
      boolean spaceCounts = kind == SqlLexer.Kind.COPY_DATA;
      if (Character.isWhitespace(lexer.charAt(start))
          || Character.isWhitespace(lexer.charAt(end - 1))) {
        spaceCounts |= kind != SqlLexer.Kind.DIRECTIVE;
      }
      differs |= spaceCounts;
      if (!(exact && spaceCounts)) {
        while (start < end && Character.isWhitespace(lexer.charAt(start))) {
          start++;
        }
        while (start < end && Character.isWhitespace(lexer.charAt(end - 1))) {
          end--;
        }
      }
      bytes.add(lexer, start, end);
    }
    String version = exact && differs ? VERSION_2 : VERSION_1;
    return version + HexFormat.of().formatHex(bytes.digest());
  }

  /** What is summed, gathered: most tokens are short, and a script may have millions. */
  private static final class Bytes {
    private final MessageDigest digest;
    private final byte[] gathered = new byte[8192];
    private int count;

    Bytes(MessageDigest digest) {
      this.digest = digest;
    }

    /** A part of the text, and a byte 0. */
    void add(SqlLexer lexer, int start, int end) {
      for (int i = start; i < end; i++) {
        char c = lexer.charAt(i);
        if (c >= 0x80) {
          int rest = wholeTo(lexer, i, end);
          add(lexer.text(i, rest).getBytes(StandardCharsets.UTF_8));
          i = rest - 1;
        } else {
          add((byte) c);
        }
      }
      add((byte) 0);
    }

    /** To the end of the characters beyond ASCII, of which two may be a pair. */
    private static int wholeTo(SqlLexer lexer, int from, int end) {
      int to = from;
      while (to < end && lexer.charAt(to) >= 0x80) {
        to++;
      }
      return to;
    }

    private void add(byte one) {
      if (count == gathered.length) {
        flush();
      }
      gathered[count++] = one;
    }

    private void add(byte[] many) {
      flush();
      digest.update(many);
    }

    private void flush() {
      digest.update(gathered, 0, count);
      count = 0;
    }

    byte[] digest() {
      flush();
      return digest.digest();
    }
  }

  /** Every Java platform has it. */
  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
