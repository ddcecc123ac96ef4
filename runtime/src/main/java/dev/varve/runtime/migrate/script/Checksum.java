package dev.varve.runtime.migrate.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script's fingerprint: changes with every token and every directive, not with line ends, white
 * space or ordinary comments.
 *
 * <p>The text starts with the algorithm's version, because a stored checksum must be understood for
 * ever. Version 1 is the SHA-256 of the tokens in UTF-8, each followed by a byte 0.
 */
public final class Checksum {
  private static final String VERSION = "v1:";

  private Checksum() {}

  /**
   * The checksum of this script, {@code v1:} and 64 hexadecimal digits.
   *
   * @throws SqlScriptException if the text cannot be cut into tokens
   */
  public static String of(String sql) {
    MessageDigest digest = sha256();
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.next() != SqlLexer.Kind.END) {
      digest.update(lexer.text().strip().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return VERSION + HexFormat.of().formatHex(digest.digest());
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
