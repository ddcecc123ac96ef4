package dev.varve.runtime.migrate.script;

/** Passes space and comments at the start of a text, without the lexer that is being tested. */
final class Comments {
  private Comments() {}

  static String skip(String text) {
    String rest = text.strip();
    while (rest.startsWith("--") || rest.startsWith("/*")) {
      rest = rest.startsWith("--") ? afterLine(rest) : afterBlock(rest);
      rest = rest.strip();
    }
    return rest;
  }

  private static String afterLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end);
  }

  private static String afterBlock(String text) {
    int depth = 0;
    int at = 0;
    do {
      boolean opens = text.startsWith("/*", at);
      boolean closes = text.startsWith("*/", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    } while (depth > 0 && at < text.length());
    return text.substring(at);
  }
}
