package dev.varve.processor.repair;

import dev.varve.runtime.catalog.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL about privileges, and the names of objects as SQL has them. */
final class Grants {
  private static final Pattern COLUMN = Pattern.compile("column (.+) of (?:table|view) (.+)");
  private static final Pattern ATTACHED = Pattern.compile("(\\w+) (.+) on (?:table|view) (.+)");
  private static final String OPTION = " WITH GRANT OPTION";

  private Grants() {}

  /** What grants what is missing, and takes away what is too much. */
  static List<String> statements(Difference difference) {
    int to = difference.name().lastIndexOf(" to ");
    String object = difference.name().substring(0, to);
    String role = difference.name().substring(to + 4);
    List<String> expected = privileges(difference.expected());
    List<String> found = privileges(difference.found());
    List<String> statements = new ArrayList<>();
    if (found.equals(List.of("none"))) {
      String privilege = object.startsWith("type") ? "USAGE" : "EXECUTE";
      return List.of("GRANT " + privilege + " ON " + target(object) + " TO PUBLIC;");
    }
    for (String privilege : found) {
      if (!expected.contains(privilege)) {
        statements.add(
            "REVOKE " + on(privilege.replace(OPTION, ""), object) + " FROM " + role + ";");
      }
    }
    for (String privilege : expected) {
      if (!found.contains(privilege)) {
        boolean option = privilege.endsWith(OPTION);
        statements.add("GRANT " + on(privilege.replace(OPTION, ""), object) + " TO " + role
            + (option ? OPTION : "") + ";");
      }
    }
    return statements;
  }

  private static List<String> privileges(Optional<String> text) {
    return text.map(all -> List.of(all.split(", "))).orElse(List.of());
  }

  private static String on(String privilege, String object) {
    Matcher column = COLUMN.matcher(object);
    return column.matches()
        ? privilege + " (" + column.group(1) + ") ON " + column.group(2)
        : privilege + " ON " + target(object);
  }

  /** Views and their like are tables to GRANT. */
  private static String target(String object) {
    String name = object(object, true);
    return name.replaceFirst("^(?:MATERIALIZED VIEW|VIEW|FOREIGN TABLE) ", "TABLE ");
  }

  /**
   * What PostgreSQL calls {@code column a of table t}, as SQL does.
   *
   * @param whole whether it is an object of its own
   */
  static String object(String described, boolean whole) {
    Matcher column = COLUMN.matcher(described);
    if (!whole && column.matches()) {
      return "COLUMN " + column.group(2) + "." + column.group(1);
    }
    Matcher attached = ATTACHED.matcher(described);
    if (!whole && attached.matches()) {
      return attached.group(1).toUpperCase(java.util.Locale.ROOT) + " " + attached.group(2) + " ON "
          + attached.group(3);
    }
    int words = described.startsWith("materialized view ")
        ? "materialized view".length()
        : described.startsWith("foreign table ")
            ? "foreign table".length()
            : described.indexOf(' ');
    return described.substring(0, words).toUpperCase(java.util.Locale.ROOT)
        + described.substring(words);
  }
}
