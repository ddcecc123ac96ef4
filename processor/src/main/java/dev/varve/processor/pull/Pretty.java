package dev.varve.processor.pull;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that PostgreSQL printed, as a person would write it.
 *
 * <p>A list of strings is more than beauty: {@code status IN ('a', 'b')} on a varchar is printed as a
 * cast of an array, and that text is understood as another one, so the database would differ.
 */
final class Pretty {
  private static final String ONE = "'(?:[^']|'')*'::(?:character varying|text|bpchar)";

  /** What is compared: a column, or a call of a function with one. */
  private static final String SIDE =
      "(?:(?:\\w+|\"(?:[^\"]|\"\")+\")\\.)?(?:\\w+|\"(?:[^\"]|\"\")+\")";

  private static final String MANY = "ARRAY\\[(" + ONE + "(?:, " + ONE + ")*)\\]";

  private static final Pattern LIST = Pattern.compile("(?:\\((" + SIDE + ")\\)|(" + SIDE
      + "))(?:::text)? (= ANY|<> ALL) \\((?:" + MANY + "|" + MANY + "(::text\\[\\])|\\(" + MANY
      + "\\)(::text\\[\\]))\\)");

  private static final Pattern LITERAL =
      Pattern.compile("('(?:[^']|'')*')::(?:\"?[\\w. ]+\"?(?:\\(\\d+\\))?)");

  /** Types whose literals need no cast where the column has that type. */
  private static final Set<String> PLAIN =
      Set.of("text", "character varying", "jsonb", "json", "uuid", "date", "bpchar", "inet");

  private Pretty() {}

  /** A condition, or another expression over columns. */
  static String condition(String sql) {
    Matcher list = LIST.matcher(sql);
    StringBuilder out = new StringBuilder();
    while (list.find()) {
      String side = first(list, 1, 2);
      String values = first(list, 4, 5, 7);
      boolean array = list.group(6) != null || list.group(8) != null;
      boolean varying = values.contains("::character varying");
      boolean cast = list.group().contains("::text " + list.group(3));
      // A varchar shows both casts, a text none; anything else somebody has written on purpose.
      boolean usual = varying ? cast && array && !values.contains("::text") : !cast && !array;
      String plain = values.replaceAll("'::(character varying|text|bpchar)(?=,|$)", "'");
      list.appendReplacement(
          out,
          Matcher.quoteReplacement(
              usual
                  ? side + (list.group(3).equals("= ANY") ? " IN (" : " NOT IN (") + plain + ")"
                  : list.group()));
    }
    return list.appendTail(out).toString();
  }

  private static String first(Matcher matcher, int... groups) {
    for (int group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }

  /** The default of a column of this type. */
  static String value(String sql, String type) {
    Matcher literal = LITERAL.matcher(sql);
    String bare = type.replaceAll("\\(.*\\)", "");
    if (literal.matches() && PLAIN.contains(bare)) {
      String cast = sql.substring(literal.end(1) + 2);
      return cast.equals(bare) ? literal.group(1) : sql;
    }
    return condition(sql);
  }

  /** A select, without its end. */
  static String select(String sql) {
    String text = sql.strip();
    return condition(
        text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text);
  }
}
