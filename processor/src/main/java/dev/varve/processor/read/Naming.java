package dev.varve.processor.read;

import dev.varve.annotations.NamingStrategy;
import dev.varve.annotations.NamingStrategy.Part;
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
import org.jspecify.annotations.Nullable;

/**
 * Names that the source leaves to us: words of Java joined by underscores, and PostgreSQL's own
 * pattern for constraints and indexes, unless a strategy of the user's says otherwise.
 */
public final class Naming {
  private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,62})\\(");

  /**
   * The strategy of the compilation under way. Compilers run several processors at once, each in a
   * thread of its own, and readers that name something are many.
   */
  private static final ThreadLocal<NamingStrategy> STRATEGY =
      ThreadLocal.withInitial(() -> new NamingStrategy() {});

  private Naming() {}

  /** Until the end of the processor's turn. */
  public static void use(NamingStrategy strategy) {
    STRATEGY.set(strategy);
  }

  public static void forget() {
    STRATEGY.remove();
  }

  /** Of a table or a view whose record has this simple name. */
  static String table(String record) {
    return stated(STRATEGY.get().table(record, words(record)), words(record));
  }

  static String column(String component) {
    return stated(STRATEGY.get().column(component, words(component)), words(component));
  }

  static String type(String type) {
    return stated(STRATEGY.get().type(type, words(type)), words(type));
  }

  /** A strategy that gives nothing means the usual name. */
  private static String stated(@Nullable String name, String usual) {
    return name == null || name.isBlank() ? usual : name;
  }

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
    return derived(table, List.of(), "pkey", Part.PRIMARY_KEY);
  }

  public static Name unique(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "key", Part.UNIQUE);
  }

  public static Name foreignKey(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "fkey", Part.FOREIGN_KEY);
  }

  public static Name check(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "check", Part.CHECK);
  }

  /** Of the check that a text is one of an enum's values. */
  public static Name values(QualifiedName table, List<Name> columns) {
    return derived(table, columns, "values_check", Part.VALUES_CHECK);
  }

  public static Name index(QualifiedName table, List<IndexKey> keys) {
    return derived(table, words(keys), "idx", Part.INDEX);
  }

  public static Name exclusion(QualifiedName table, List<IndexKey> keys) {
    return derived(table, words(keys), "excl", Part.EXCLUSION);
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

  private static Name derived(QualifiedName table, List<Name> columns, String suffix, Part part) {
    String usual = Stream.of(
            Stream.of(table.name().value()), columns.stream().map(Name::value), Stream.of(suffix))
        .flatMap(words -> words)
        .collect(Collectors.joining("_"));
    String name = STRATEGY
        .get()
        .part(part, table.name().value(), columns.stream().map(Name::value).toList(), usual);
    return DerivedName.of(stated(name, usual));
  }
}
