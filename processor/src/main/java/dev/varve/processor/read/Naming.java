package dev.varve.processor.read;

import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that the source leaves to us: words of Java joined by underscores, and PostgreSQL's own
 * pattern for constraints and indexes.
 */
public final class Naming {
  private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,62})\\(");

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

  public static Name primaryKey(QualifiedName table) {
    return derived(table, List.of(), "pkey");
  }

  public static Name unique(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "key");
  }

  public static Name foreignKey(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "fkey");
  }

  public static Name check(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "check");
  }

  /** Of the check that a text is one of an enum's values. */
  public static Name values(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "values_check");
  }

  public static Name index(QualifiedName table, List<IndexKey> keys) {
    return derived(table, words(keys), "idx");
  }

  public static Name exclusion(QualifiedName table, List<IndexKey> keys) {
    return derived(table, words(keys), "excl");
  }

  /** Columns by their names, expressions by that of their function, as PostgreSQL does. */
  private static List<Name> words(List<IndexKey> keys) {
    return keys.stream()
        .map(key -> key.column().orElseGet(() -> function(key.expression().orElseThrow())))
        .toList();
  }

  private static Name function(String expression) {
    Matcher call = CALL.matcher(expression);
    return new Name(call.lookingAt() ? call.group(1).toLowerCase(Locale.ROOT) : "expr");
  }

  private static Name derived(QualifiedName table, List<Name> columns, String suffix) {
    return DerivedName.of(Stream.of(
            Stream.of(table.name().value()), columns.stream().map(Name::value), Stream.of(suffix))
        .flatMap(part -> part)
        .collect(Collectors.joining("_")));
  }
}
