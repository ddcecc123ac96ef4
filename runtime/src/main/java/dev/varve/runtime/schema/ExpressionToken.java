package dev.varve.runtime.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * One token of an SQL expression; all of them together are the expression. An operator of several
 * characters is several tokens, since nothing here asks for it.
 */
record ExpressionToken(Kind kind, String text) {
  enum Kind {
    /** A bare word: an identifier or a key word. */
    WORD,
    /** An identifier in double quotes. */
    QUOTED,
    /** A string of any form. */
    STRING,
    NUMBER,
    SPACE,
    SYMBOL
  }

  boolean isSpace() {
    return kind == Kind.SPACE;
  }

  /** As PostgreSQL folds a bare word: only ASCII letters. A string starts with {@code '}. */
  String folded() {
    return switch (kind) {
      case WORD -> fold(text);
      case STRING -> "'";
      case QUOTED, NUMBER, SPACE, SYMBOL -> text;
    };
  }

  /** Whether this is an identifier of that name. */
  boolean names(Name name) {
    return switch (kind) {
      case WORD -> fold(text).equals(name.value()) && !Keywords.needQuotes(name.value());
      case QUOTED -> text.equals('"' + name.value().replace("\"", "\"\"") + '"');
      case STRING, NUMBER, SPACE, SYMBOL -> false;
    };
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** Whether what a quote or a comment began ends within this token. */
  boolean isClosed() {
    return switch (kind) {
      case STRING -> {
        int quote = text.indexOf('\'');
        yield text.startsWith("$")
            ? text.length() >= 2 * tag(text, 0) && text.endsWith(text.substring(0, tag(text, 0)))
            : text.length() > quote + 1 && text.endsWith("'");
      }
      case QUOTED -> text.length() > 1 && text.endsWith("\"");
      case SPACE -> !text.startsWith("/*") || text.endsWith("*/");
      case WORD, NUMBER, SYMBOL -> true;
    };
  }

  /** The identifier as the catalogue has it. */
  Name name() {
    return new Name(
        kind == Kind.QUOTED
            ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
            : folded());
  }

  private static String fold(String word) {
    StringBuilder folded = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return folded.toString();
  }

  static List<ExpressionToken> split(String expression) {
    List<ExpressionToken> tokens = new ArrayList<>();
    int i = 0;
    while (i < expression.length()) {
      Kind kind = kind(expression, i);
      int end = end(expression, i, kind);
      tokens.add(new ExpressionToken(kind, expression.substring(i, end)));
      i = end;
    }
    return tokens;
  }

  private static Kind kind(String text, int i) {
    char c = text.charAt(i);
    if (Character.isWhitespace(c) || text.startsWith("--", i) || text.startsWith("/*", i)) {
      return Kind.SPACE;
    }
    if (c == '\'' || isPrefixed(text, i) || (c == '$' && tag(text, i) > 0)) {
      return Kind.STRING;
    }
    if (c == '"') {
      return Kind.QUOTED;
    }
    if (c >= '0' && c <= '9') {
      return Kind.NUMBER;
    }
    return isWordStart(c) ? Kind.WORD : Kind.SYMBOL;
  }

  private static int end(String text, int i, Kind kind) {
    return switch (kind) {
      case SPACE -> endOfSpace(text, i);
      case STRING -> endOfString(text, i);
      case QUOTED -> closing(text, i, false);
      case NUMBER, WORD -> endOfWord(text, i);
      case SYMBOL -> i + 1;
    };
  }

  private static int endOfSpace(String text, int start) {
    if (text.startsWith("--", start)) {
      int end = text.indexOf('\n', start);
      return end < 0 ? text.length() : end;
    }
    if (!text.startsWith("/*", start)) {
      return start + 1;
    }
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      if (text.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (text.startsWith("*/", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return i;
  }

  private static int endOfString(String text, int start) {
    if (text.charAt(start) == '$') {
      String tag = text.substring(start, tag(text, start));
      int end = text.indexOf(tag, start + tag.length());
      return end < 0 ? text.length() : end + tag.length();
    }
    int quote = text.indexOf('\'', start);
    return closing(text, quote, quote > start && "eE".indexOf(text.charAt(start)) >= 0);
  }

  /** Whether a string with a letter before it starts here: {@code E'…'}, {@code U&'…'}. */
  private static boolean isPrefixed(String text, int i) {
    return ("eEbBxXnN".indexOf(text.charAt(i)) >= 0 && text.startsWith("'", i + 1))
        || ("uU".indexOf(text.charAt(i)) >= 0 && text.startsWith("&'", i + 1));
  }

  /** The end of the tag of a dollar-quoted string that starts here; 0 if none does. */
  private static int tag(String text, int start) {
    int i = start + 1;
    while (i < text.length()
        && isWordPart(text.charAt(i))
        && text.charAt(i) != '$'
        && !(i == start + 1 && Character.isDigit(text.charAt(i)))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '$' ? i + 1 : 0;
  }

  private static int endOfWord(String text, int start) {
    int i = start + 1;
    while (i < text.length() && isWordPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
  }

  private static int closing(String text, int start, boolean backslashes) {
    char quote = text.charAt(start);
    int i = start + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && backslashes) {
        i++;
      } else if (c == quote) {
        if (!text.startsWith(String.valueOf(quote), i + 1)) {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return text.length();
  }
}
