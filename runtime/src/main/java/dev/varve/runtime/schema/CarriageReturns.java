package dev.varve.runtime.schema;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carriage returns in scripts: a line end is one character there, whatever git makes of it. So in
 * what is text for the server they stand escaped.
 */
public final class CarriageReturns {
  /** A literal, a quoted name, a comment. */
  private static final Pattern TOKEN = Pattern.compile(
      "(?<![\\w$])[eE]'(?:[^'\\\\]++|\\\\.|'')*+'|'[^']*+'|\"[^\"]*+\""
          + "|(?<![\\w$])(\\$(?:[\\p{L}_][\\p{L}\\d_]*)?\\$).*?\\1|--[^\n]*+|/\\*.*?\\*/",
      Pattern.DOTALL);

  private CarriageReturns() {}

  /** The script with {@code \r} for each of them that a literal or a routine's body has. */
  public static String escaped(String script) {
    return script.indexOf('\r') < 0
        ? script
        : ends(TOKEN
            .matcher(script)
            .replaceAll(token -> Matcher.quoteReplacement(token(token, script))));
  }

  private static String token(MatchResult token, String script) {
    String text = token.group();
    if (text.indexOf('\r') < 0) {
      return text;
    }
    String tag = token.group(1);
    if (tag != null) {
      String body = text.substring(tag.length(), text.length() - tag.length());
      return isBlock(script, token.start())
          ? tag + escaped(body) + tag
          : literal(body.replace("\\", "\\\\").replace("'", "''"));
    }
    if (text.startsWith("'")) {
      return literal(text.substring(1, text.length() - 1).replace("\\", "\\\\"));
    }
    boolean escapes = text.toUpperCase(Locale.ROOT).startsWith("E'");
    return escapes ? text.replace("\r", "\\r") : text;
  }

  private static String literal(String content) {
    return "E'" + content.replace("\r", "\\r") + "'";
  }

  /** Whether what begins there is the body of a {@code DO}, which is SQL itself. */
  private static boolean isBlock(String script, int start) {
    String before = script.substring(0, start).stripTrailing();
    return before.endsWith("DO")
        && (before.length() == 2 || Character.isWhitespace(before.charAt(before.length() - 3)));
  }

  private static String ends(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
