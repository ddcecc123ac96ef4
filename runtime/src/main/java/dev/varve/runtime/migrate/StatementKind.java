package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.migrate.script.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How long a statement may well take, and so which limits it gets. */
enum StatementKind {
  /** Changes the catalog only: quick, once it has its lock, but everybody waits behind that. */
  CATALOG,
  /** Reads or writes rows, or validates: takes as long as there are rows, and blocks few. */
  ROWS,
  /** Builds or drops an index while everybody works: waits for others, and must not be hurried. */
  CONCURRENT;

  private static final Set<String> OF_CATALOG =
      Set.of("create", "alter", "drop", "comment", "grant", "revoke", "security", "do");
  private static final Set<String> IN_BODIES =
      Set.of("insert", "update", "delete", "merge", "call", "loop", "execute", "perform");

  /** Of a statement without comments before it. An {@code INSERT} may be long: it is not read. */
  static StatementKind of(String sql) {
    if (!OF_CATALOG.contains(firstWord(sql))) {
      return ROWS;
    }
    List<SqlToken> tokens = SqlToken.of(sql);
    if (has(tokens, "concurrently")) {
      return CONCURRENT;
    }
    return switch (tokens.get(0).text()) {
      case "do" -> ofBlock(tokens);
      case "create" -> isFilled(tokens) ? ROWS : CATALOG;
      default -> has(tokens, "validate") ? ROWS : CATALOG;
    };
  }

  private static String firstWord(String sql) {
    int end = 0;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static StatementKind ofBlock(List<SqlToken> tokens) {
    for (SqlToken token : tokens) {
      if (token.kind() == SqlToken.Kind.BODY && hasRows(token.text())) {
        return ROWS;
      }
    }
    return CATALOG;
  }

  private static boolean hasRows(String body) {
    try {
      List<SqlToken> tokens = SqlToken.of(body);
      for (int i = 0; i < tokens.size(); i++) {
        SqlToken token = tokens.get(i);
        boolean action = i > 0 && tokens.get(i - 1).is("on"); // ON DELETE CASCADE
        if (token.is("validate")
            || (token.kind() == SqlToken.Kind.WORD
                && IN_BODIES.contains(token.text())
                && !action)) {
          return true;
        }
      }
      return false;
    } catch (SqlScriptException e) {
      return true; // another language
    }
  }

  /** {@code CREATE TABLE … AS SELECT}, {@code CREATE MATERIALIZED VIEW}. */
  private static boolean isFilled(List<SqlToken> tokens) {
    boolean table = false;
    for (SqlToken token : tokens) {
      if (token.is("materialized")) {
        return true;
      } else if (token.is("table")) {
        table = true;
      } else if (token.is("view") || token.is("function") || token.isSymbol("(")) {
        return false;
      } else if (table && token.is("as")) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<SqlToken> tokens, String word) {
    for (SqlToken token : tokens) {
      if (token.is(word)) {
        return true;
      }
    }
    return false;
  }
}
