package dev.varve.processor.pull;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names in Java for names in the database. */
final class JavaNames {
  /** Methods of Object without parameters, which no component may be called. */
  private static final Set<String> OBJECT = Set.of(
      "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private static final Set<String> LANG = Set.of(
      "Boolean",
      "Byte",
      "Character",
      "Class",
      "Comparable",
      "Deprecated",
      "Double",
      "Enum",
      "Error",
      "Exception",
      "Float",
      "Integer",
      "Iterable",
      "Long",
      "Math",
      "Module",
      "Number",
      "Object",
      "Override",
      "Package",
      "Process",
      "Record",
      "Runnable",
      "Runtime",
      "SafeVarargs",
      "Short",
      "String",
      "StringBuilder",
      "System",
      "Thread",
      "Throwable",
      "Void",
      "VarveCatalogue");

  private JavaNames() {}

  /** {@code order_item} to {@code OrderItem}. */
  static String type(String name) {
    String joined = joined(name, true);
    String valid = joined.isEmpty() || !Character.isJavaIdentifierStart(joined.charAt(0))
        ? "T" + joined
        : joined;
    return SourceVersion.isName(valid) && !LANG.contains(valid) ? valid : valid + "Row";
  }

  /** {@code order_items} to {@code OrderItem}: a record is one of them. */
  static String row(String table) {
    int word = Math.max(table.lastIndexOf('_'), table.lastIndexOf(' ')) + 1;
    return type(table.substring(0, word) + singular(table.substring(word)));
  }

  private static String singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() < 4 || !lower.endsWith("s")) {
      return word;
    }
    if (lower.matches(".*(ss|us|is|ws|news|series|species|ous)")) {
      return word;
    }
    if (lower.endsWith("ies") && lower.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (lower.matches(".*(sses|xes|ches|shes|zzes)")) {
      return word.substring(0, word.length() - 2);
    }
    return word.substring(0, word.length() - 1);
  }

  /** {@code created_at} to {@code createdAt}. */
  static String component(String column) {
    String joined = joined(column, false);
    String valid = joined.isEmpty() || !Character.isJavaIdentifierStart(joined.charAt(0))
        ? "column" + JavaNames.capitalized(joined)
        : joined;
    return OBJECT.contains(valid) || !SourceVersion.isName(valid) ? valid + "Value" : valid;
  }

  /** {@code billing-2} to {@code billing2}, a part of a package's name. */
  static String packagePart(String schema) {
    String valid = joined(schema, false).toLowerCase(Locale.ROOT);
    return valid.isEmpty() || !SourceVersion.isName(valid) ? "schema" + valid : valid;
  }

  static String capitalized(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The words put together; words are parted by what Java has not in names, and by capitals. */
  private static String joined(String name, boolean upper) {
    boolean shouts = name.equals(name.toUpperCase(Locale.ROOT));
    StringBuilder out = new StringBuilder();
    boolean starts = upper;
    for (char c : (shouts ? name.toLowerCase(Locale.ROOT) : name).toCharArray()) {
      if (c == '_' || c == '$' || !Character.isJavaIdentifierPart(c)) {
        starts = upper || out.length() > 0;
      } else {
        char first = out.length() == 0 && !upper ? Character.toLowerCase(c) : c;
        out.append(starts ? Character.toUpperCase(c) : first);
        starts = false;
      }
    }
    return out.toString();
  }
}
