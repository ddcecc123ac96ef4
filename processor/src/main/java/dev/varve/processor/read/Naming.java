package dev.varve.processor.read;

import dev.varve.runtime.schema.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that the source leaves to us: words of Java joined by underscores, and PostgreSQL's own
 * pattern for constraints and indexes.
 */
public final class Naming {
  /** An underscore and eight hexadecimal digits. */
  private static final int HASH_LENGTH = 9;

  private Naming() {}

  /** {@code displayName} to {@code display_name}, {@code URLPath} to {@code url_path}. */
  public static String words(String java) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      boolean starts = Character.isUpperCase(c)
          && i > 0
          && java.charAt(i - 1) != '_'
          && (!Character.isUpperCase(java.charAt(i - 1))
              || (i + 1 < java.length() && Character.isLowerCase(java.charAt(i + 1))));
      out.append(starts ? "_" : "").append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  static Name primaryKey(Name table) {
    return derived(table, List.of(), "pkey");
  }

  static Name unique(Name table, List<Name> columns) {
    return derived(table, columns, "key");
  }

  static Name foreignKey(Name table, List<Name> columns) {
    return derived(table, columns, "fkey");
  }

  static Name check(Name table, List<Name> columns) {
    return derived(table, columns, "check");
  }

  static Name index(Name table, List<Name> columns) {
    return derived(table, columns, "idx");
  }

  private static Name derived(Name table, List<Name> columns, String suffix) {
    return shortened(
        Stream.of(Stream.of(table.value()), columns.stream().map(Name::value), Stream.of(suffix))
            .flatMap(part -> part)
            .collect(Collectors.joining("_")));
  }

  /** The name itself if PostgreSQL keeps it; else its beginning and a hash of the whole. */
  public static Name shortened(String name) {
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
