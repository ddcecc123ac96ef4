package dev.varve.runtime.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that we make out of others, which may be too long for PostgreSQL together. */
public final class DerivedName {
  /** An underscore and eight hexadecimal digits, in bytes. */
  private static final int HASH_LENGTH = 9;

  private DerivedName() {}

  /** The name itself if PostgreSQL keeps it; else its beginning and a hash of the whole. */
  public static Name of(String name) {
    if (Name.bytes(name) <= Name.MAX_BYTES) {
      return new Name(name);
    }
    int end = name.length();
    while (Name.bytes(name.substring(0, end)) > Name.MAX_BYTES - HASH_LENGTH) {
      end = name.offsetByCodePoints(end, -1);
    }
    return new Name(name.substring(0, end) + "_" + hash(name));
  }

  /** Eight hexadecimal digits that depend on the whole text. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
