package dev.varve.runtime.schema;

/** SQL expressions of users, read only as far as identifiers need it. */
final class Expressions {
  private Expressions() {}

  /**
   * The expression after a column was renamed, as PostgreSQL itself will show it: identifiers are
   * replaced, string literals are left alone.
   */
  static String withIdentifierRenamed(String expression, Name from, Name to) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      int end;
      if (c == '\'' || c == '"') {
        end = closing(expression, i);
      } else if (Character.isLetter(c) || c == '_') {
        end = i + 1;
        while (end < expression.length() && isPart(expression.charAt(end))) {
          end++;
        }
      } else {
        end = i + 1;
      }
      String token = expression.substring(i, end);
      out.append(names(token, from) && !isCall(expression, end) ? to.quoted() : token);
      i = end;
    }
    return out.toString();
  }

  private static boolean names(String token, Name name) {
    if (token.startsWith("\"")) {
      return token.equals('"' + name.value().replace("\"", "\"\"") + '"');
    }
    return token.toLowerCase(java.util.Locale.ROOT).equals(name.value())
        && name.quoted().equals(name.value());
  }

  private static boolean isCall(String expression, int end) {
    int next = end;
    while (next < expression.length() && expression.charAt(next) == ' ') {
      next++;
    }
    return next < expression.length() && expression.charAt(next) == '(';
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static int closing(String text, int start) {
    char quote = text.charAt(start);
    int i = start + 1;
    while (i < text.length()) {
      if (text.charAt(i) == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
      i++;
    }
    return text.length();
  }
}
