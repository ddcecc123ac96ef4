package dev.varve.runtime.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One token of a statement, for those who look at what it touches.
 *
 * @param text of a word in lower case, of a quoted name without its quotes, of a dollar-quoted
 *     string what is inside, else as it stands
 */
public record SqlToken(Kind kind, String text) {
  /** What can be told apart. */
  public enum Kind {
    /** A bare word: a key word or a name. */
    WORD,
    /** A name in double quotes. */
    NAME,
    /** What stands between {@code $tag$} and {@code $tag$}: a routine's body. */
    BODY,
    /** A literal, a number, a parameter. */
    VALUE,
    /** An operator or a sign. */
    SYMBOL
  }

  /**
   * The tokens of a statement.
   *
   * @throws SqlScriptException if a literal or comment does not end
   */
  public static List<SqlToken> of(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    SqlLexer lexer = new SqlLexer(sql);
    for (SqlLexer.Kind kind = lexer.next(); kind != SqlLexer.Kind.END; kind = lexer.next()) {
      String text = lexer.text();
      switch (kind) {
        case WORD -> tokens.add(new SqlToken(Kind.WORD, text.toLowerCase(Locale.ROOT)));
        case QUOTED_NAME -> tokens.add(new SqlToken(Kind.NAME, unquoted(text)));
        case DOLLAR_STRING -> tokens.add(new SqlToken(Kind.BODY, inside(text)));
        case STRING, NUMBER, PARAMETER -> tokens.add(new SqlToken(Kind.VALUE, text));
        case OPERATOR, SYMBOL -> tokens.add(new SqlToken(Kind.SYMBOL, text));
        case DIRECTIVE, END -> {}
      }
    }
    return tokens;
  }

  /** Whether it is this key word, given in lower case. */
  public boolean is(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Whether it is this sign. */
  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it can name something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }

  private static String unquoted(String text) {
    int open = text.indexOf('"');
    return text.substring(open + 1, text.length() - 1).replace("\"\"", "\"");
  }

  private static String inside(String text) {
    int open = text.indexOf('$', 1) + 1;
    return text.substring(open, text.length() - open);
  }
}
