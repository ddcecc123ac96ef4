package dev.varve.runtime.migrate.script;

/**
 * PostgreSQL's lexical rules, as far as they decide where a token ends.
 *
 * <p>A pull lexer without token objects: a script may hold twenty megabytes of data. White space
 * and ordinary comments are passed over; a {@code -- varve:} directive is a token. Line ends become
 * {@code \n} and a byte order mark goes, before anything is looked at: what git does to line ends
 * must not change what a literal holds. Backslashes in plain strings are ordinary characters; the
 * applier sets {@code standard_conforming_strings} accordingly.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 *     Structure</a>
 */
final class SqlLexer {
  enum Kind {
    WORD,
    /** {@code "x"} or {@code U&"x"}. */
    QUOTED_NAME,
    /** A literal of any kind but dollar quoted; each continuation line is a token of its own. */
    STRING,
    DOLLAR_STRING,
    NUMBER,
    /** {@code $1}. */
    PARAMETER,
    OPERATOR,
    SYMBOL,
    /** {@code -- varve:…}. */
    DIRECTIVE,
    /** The lines behind a {@code COPY … FROM STDIN;}, without the {@code \.} that ends them. */
    COPY_DATA,
    END
  }

  private static final String OPERATORS = "~!@#^&|`?+-*/%<>=";
  private static final String MAY_END_IN_SIGN = "~!@#^&|`?%";
  static final String DIRECTIVE = "varve:";

  private final String text;
  private int position;

  private Kind kind = Kind.END;
  private int start;
  private boolean escapes;

  private final CopyFromClient copy = new CopyFromClient();

  /** Where tokens go on behind the lines of data. */
  private int behindData;

  /** Whether the white space before this token holds a line end and no block comment. */
  private boolean continuable;

  // The row of operator characters, and the last of them that decide where an operator ends.
  private int runEnd;
  private int lastSpecial = -1;
  private int lastUnsigned = -1;

  private int countedTo;
  private int countedLines = 1;
  private int countedLineStart;

  SqlLexer(String script) {
    this.text = normalised(script);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw error(nul, "A character with code 0 cannot be sent to PostgreSQL.");
    }
  }

  /** The text with {@code \n} as its only line end and without a byte order mark. */
  private static String normalised(String script) {
    String text = script.startsWith("\uFEFF") ? script.substring(1) : script;
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Moves to the next token; {@link Kind#END} after the last. */
  Kind next() {
    Kind before = kind;
    if (before == Kind.COPY_DATA) {
      position = behindData;
    } else if (copy.dataFollow()) {
      return copyData();
    }
    boolean directive = skip();
    start = position;
    if (directive) {
      position = lineEnd(position);
      kind = Kind.DIRECTIVE;
    } else if (position == text.length()) {
      kind = Kind.END;
    } else if (before == Kind.STRING && continuable && at(position) == '\'') {
      quoted('\'', position + 1);
    } else {
      kind = token();
    }
    copy.token(this, kind);
    return kind;
  }

  /** Whether the statement that is being read takes lines of data behind its semicolon. */
  boolean expectsData() {
    return copy.expected();
  }

  /** The offset in the normalised text at which the current token starts. */
  int start() {
    return start;
  }

  /** The offset after the current token. */
  int end() {
    return position;
  }

  char charAt(int offset) {
    return text.charAt(offset);
  }

  String text() {
    return text.substring(start, position);
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  boolean is(char symbol) {
    return kind == Kind.SYMBOL && at(start) == symbol;
  }

  /** Whether the current token is this word, in any case. */
  boolean isWord(String word) {
    return kind == Kind.WORD
        && position - start == word.length()
        && text.regionMatches(true, start, word, 0, word.length());
  }

  /** The line of an offset, from 1. Offsets must be asked in rising order to be cheap. */
  int line(int offset) {
    if (offset < countedTo) {
      countedTo = 0;
      countedLines = 1;
      countedLineStart = 0;
    }
    for (; countedTo < offset; countedTo++) {
      if (text.charAt(countedTo) == '\n') {
        countedLines++;
        countedLineStart = countedTo + 1;
      }
    }
    return countedLines;
  }

  SqlScriptException error(int offset, String problem) {
    int line = line(offset);
    return new SqlScriptException(line, offset - countedLineStart + 1, problem);
  }

  /** Passes white space and comments; true if it stopped at a directive. */
  private boolean skip() {
    boolean newline = false;
    boolean block = false;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (isSpace(c)) {
        newline |= c == '\n';
        position++;
      } else if (c == '-' && at(position + 1) == '-') {
        if (isDirective()) {
          return true;
        }
        position = lineEnd(position);
      } else if (c == '/' && at(position + 1) == '*') {
        block = true;
        blockComment();
      } else {
        break;
      }
    }
    continuable = newline && !block;
    return false;
  }

  private boolean isDirective() {
    int content = position + 2;
    while (at(content) == ' ' || at(content) == '\t') {
      content++;
    }
    if (!text.startsWith(DIRECTIVE, content)) {
      return false;
    }
    for (int i = position - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      if (!isSpace(text.charAt(i))) {
        throw error(position, "A directive stands at the start of its line.");
      }
    }
    return true;
  }

  private void blockComment() {
    int from = position;
    int depth = 0;
    do {
      if (at(position) == '/' && at(position + 1) == '*') {
        depth++;
        position += 2;
      } else if (at(position) == '*' && at(position + 1) == '/') {
        depth--;
        position += 2;
      } else if (position >= text.length()) {
        throw error(from, "This comment does not end.");
      } else {
        position++;
      }
    } while (depth > 0);
  }

  /** From the line after the semicolon to a line that is {@code \.}, as psql does. */
  private Kind copyData() {
    int semicolon = position - 1;
    int rest = position;
    while (rest < text.length() && text.charAt(rest) != '\n' && isSpace(text.charAt(rest))) {
      rest++;
    }
    int lineEnd = lineEnd(rest);
    if (rest != lineEnd && !text.startsWith("--", rest)) {
      throw error(rest, "The data of COPY start on the line after the semicolon.");
    }
    start = Math.min(lineEnd + 1, text.length());
    int line = start;
    while (!isEndOfData(line)) {
      line = lineEnd(line) + 1;
      if (line >= text.length()) {
        throw error(semicolon, "The data of this COPY do not end: there is no line \\. behind it.");
      }
    }
    behindData = lineEnd(line);
    position = line;
    copy.dataTaken();
    kind = Kind.COPY_DATA;
    return kind;
  }

  private boolean isEndOfData(int line) {
    return text.startsWith("\\.", line) && lineEnd(line) == line + 2;
  }

  private Kind token() {
    char c = at(position);
    if (isWordStart(c)) {
      return word(c);
    }
    if (c == '\'') {
      escapes = false;
      return quoted(c, position + 1);
    }
    if (c == '"') {
      return quoted(c, position + 1);
    }
    if (c == '$') {
      return dollar();
    }
    if (isDigit(c) || (c == '.' && isDigit(at(position + 1)))) {
      return number();
    }
    if (OPERATORS.indexOf(c) >= 0) {
      return operator();
    }
    boolean pair = c == ':' && (at(position + 1) == ':' || at(position + 1) == '=');
    position += pair ? 2 : 1;
    return Kind.SYMBOL;
  }

  private Kind word(char first) {
    char second = at(position + 1);
    if ("eEbBxXnN".indexOf(first) >= 0 && second == '\'') {
      escapes = first == 'e' || first == 'E';
      return quoted(second, position + 2);
    }
    if ((first == 'u' || first == 'U') && second == '&') {
      char quote = at(position + 2);
      if (quote == '\'' || quote == '"') {
        escapes = false;
        return quoted(quote, position + 3);
      }
    }
    while (isWordPart(at(position)) || at(position) == '$') {
      position++;
    }
    return Kind.WORD;
  }

  /** From inside the opening quote to behind the closing one. */
  private Kind quoted(char quote, int inside) {
    position = inside;
    kind = quote == '\'' ? Kind.STRING : Kind.QUOTED_NAME;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '\\' && escapes && kind == Kind.STRING) {
        position++;
      } else if (c == quote) {
        if (at(position) != quote) {
          return kind;
        }
        position++;
      }
    }
    throw error(
        start, kind == Kind.STRING ? "This string does not end." : "This name does not end.");
  }

  private Kind dollar() {
    int end = position + 1;
    if (isDigit(at(end))) {
      while (isDigit(at(end))) {
        end++;
      }
      position = end;
      return Kind.PARAMETER;
    }
    if (isWordStart(at(end))) {
      while (isWordPart(at(end))) {
        end++;
      }
    }
    if (at(end) != '$') {
      position++;
      return Kind.SYMBOL;
    }
    String delimiter = text.substring(position, end + 1);
    int close = text.indexOf(delimiter, end + 1);
    if (close < 0) {
      throw error(start, "This string does not end: there is no second " + delimiter + ".");
    }
    position = close + delimiter.length();
    return Kind.DOLLAR_STRING;
  }

  private Kind number() {
    while (true) {
      char c = at(position);
      boolean range = c == '.' && at(position + 1) == '.';
      boolean sign = (c == '+' || c == '-')
          && position > start
          && (at(position - 1) == 'e' || at(position - 1) == 'E')
          && isDigit(at(position + 1))
          && !(at(start) == '0' && (at(start + 1) | ' ') == 'x');
      if (!(isWordPart(c) || (c == '.' && !range) || sign)) {
        return Kind.NUMBER;
      }
      position++;
    }
  }

  /**
   * As PostgreSQL does, a comment ends the operator, and a sign at its end belongs to what follows
   * unless the operator holds a character that no standard operator has.
   */
  private Kind operator() {
    if (position >= runEnd) {
      readRun();
    }
    position = lastSpecial >= position ? runEnd : Math.max(position, lastUnsigned) + 1;
    return Kind.OPERATOR;
  }

  /** Once for all operators in a row, or a long row of signs would be read again for each. */
  private void readRun() {
    runEnd = position;
    while (runEnd < text.length() && OPERATORS.indexOf(at(runEnd)) >= 0) {
      char c = at(runEnd);
      char following = at(runEnd + 1);
      if ((c == '-' && following == '-') || (c == '/' && following == '*')) {
        break;
      }
      lastSpecial = MAY_END_IN_SIGN.indexOf(c) >= 0 ? runEnd : lastSpecial;
      lastUnsigned = c == '+' || c == '-' ? lastUnsigned : runEnd;
      runEnd++;
    }
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** The character there, or 0, which no script holds, behind the end. */
  private char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\0';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Beyond ASCII every character counts as a letter, the no-break space included. */
  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }
}
