package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL without the name of the schema that migrations run in. PostgreSQL prints some names with their
 * schema, whatever the search path.
 */
final class Unqualified {
  private static final Pattern TEXT =
      Pattern.compile("'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

  private Unqualified() {}

  /** Literals stay. */
  static String sql(String sql, Name home) {
    StringBuilder text = new StringBuilder();
    Matcher literal = TEXT.matcher(sql);
    int from = 0;
    while (literal.find()) {
      text.append(names(sql.substring(from, literal.start()), home)).append(literal.group());
      from = literal.end();
    }
    return text.append(names(sql.substring(from), home)).toString();
  }

  /** Names only: {@code users_pkey on public.users}. */
  static String names(String names, Name home) {
    String prefix = home.quoted() + ".";
    return Pattern.compile("(?<![\\w$.\"])" + Pattern.quote(prefix) + "|\"(?:[^\"]|\"\")*\"")
        .matcher(names)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group().equals(prefix) ? "" : found.group()));
  }
}
