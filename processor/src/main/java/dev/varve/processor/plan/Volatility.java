package dev.varve.processor.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether {@code ADD COLUMN … DEFAULT} would write the whole table anew, because the expression
 * gives another value in each row. Functions that are not known are taken for such ones.
 */
final class Volatility {
  private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*\\(");
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

  private static final Set<String> SAME_FOR_ALL_ROWS = Set.of(
      "now",
      "transaction_timestamp",
      "statement_timestamp",
      "current_setting",
      "date_trunc",
      "make_interval",
      "lower",
      "upper",
      "array",
      "numeric",
      "varchar",
      "timezone",
      "pg_catalog.now");

  private Volatility() {}

  static boolean mayRewrite(String expression) {
    Matcher calls = CALL.matcher(LITERAL.matcher(expression).replaceAll("''"));
    while (calls.find()) {
      if (!SAME_FOR_ALL_ROWS.contains(calls.group(1).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
