package dev.varve.runtime.migrate.script;

/**
 * Notices {@code COPY … FROM STDIN}, behind whose semicolon lines of data stand and not SQL. The
 * lexer asks, so that data are never read as tokens, whoever reads them.
 */
final class CopyFromClient {
  private boolean started;
  private boolean copies;
  private boolean from;
  private boolean expected;
  private int depth;

  /** Takes the next token of a script; a statement's semicolon last. */
  void token(SqlLexer lexer, SqlLexer.Kind kind) {
    boolean first = !started;
    started = true;
    if (kind == SqlLexer.Kind.WORD) {
      if (first) {
        copies = lexer.isWord("COPY");
      } else if (copies && depth == 0) {
        expected |= from && (lexer.isWord("STDIN") || lexer.isWord("STDOUT"));
        from = lexer.isWord("FROM");
      }
      return;
    }
    from = false;
    if (lexer.is('(')) {
      depth++;
    } else if (lexer.is(')')) {
      depth = Math.max(0, depth - 1);
    } else if (lexer.is(';') && depth == 0 || kind == SqlLexer.Kind.DIRECTIVE) {
      started = false;
      copies = false;
    }
  }

  /** Whether the statement, or the one whose semicolon came last, reads data of its client. */
  boolean expected() {
    return expected;
  }

  /** Whether the data stand next. */
  boolean dataFollow() {
    return expected && !started;
  }

  void dataTaken() {
    expected = false;
  }
}
