package dev.varve.runtime.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Scripts that PostgreSQL can parse, put together from tokens whose ends are known, because each
 * literal, name, comment and body is made here and not recognised. What tokens hold is chosen from
 * what could end them too early.
 */
final class RandomScript {
  /** A token and whether another one in its place would be another statement. */
  record Token(String text, boolean counts) {}

  /**
   * A statement.
   *
   * @param data the lines behind a {@code COPY}; empty if it is another statement
   */
  record Made(String sql, String data, int line) {}

  private static final String[] INSIDE = {
    ";",
    "'",
    "\"",
    "$",
    "$$",
    "$a$",
    "\\",
    "--",
    "/",
    "*",
    "(",
    ")",
    "\n",
    " ",
    "a",
    "END",
    "BEGIN",
    "ß",
    "😀",
    "?",
    ":",
    "{",
    "1",
    "COPY t FROM STDIN;",
    "E'",
    "U&"
  };
  private static final String[] TAGS = {"", "a", "body", "größe", "_1", "A", "Ωx9"};
  private static final String[] WORDS = {
    "a", "b1", "größe", "_x", "a$b", "e", "u", "n", "x", "E1", "copy", "stdin", "atomic", "step"
  };

  /** Names, too; psql takes them for the body's own words. */
  private static final String[] BODY_WORDS = {"begin", "a.end", "x.case", "y AS end", "1 end"};

  private static final String[] OPERATORS = {
    "+", "-", "*", "/", "<", ">=", "<>", "||", "@>", "<@", "?|", "->>", "#>", "~*", "!~", "@@", "%"
  };

  private final Random random;
  private final boolean forPsql;

  /** The tokens of the statement that is being made, without space. */
  private List<Token> tokens = new ArrayList<>();

  /**
   * @param forPsql whether to leave out what the server can parse, and psql cuts wrongly
   */
  RandomScript(Random random, boolean forPsql) {
    this.random = random;
    this.forPsql = forPsql;
  }

  /** The tokens of a statement, without its semicolon. */
  List<Token> statement() {
    tokens = new ArrayList<>();
    switch (random.nextInt(10)) {
      case 0 -> atomicBody();
      case 1 -> rule();
      case 2 -> {
        add("DO");
        literal(dollarQuoted());
      }
      default -> select();
    }
    return tokens;
  }

  /** The tokens with random space and comments between them. */
  String write(List<Token> written, Supplier<String> space) {
    StringBuilder text = new StringBuilder();
    for (Token token : written) {
      text.append(text.isEmpty() ? "" : space.get()).append(token.text());
    }
    return text.toString();
  }

  /** Space, or comments that hold what could look like the end of a statement. */
  String space() {
    return switch (random.nextInt(8)) {
      case 0 -> "\n";
      case 1 -> "\t ";
      case 2 -> "\r\n  ";
      case 3 -> " --" + lineOf(inside(4)) + "\n";
      case 4 -> blockComment(3);
      case 5 -> "\f\n--\n";
      default -> " ";
    };
  }

  /** A script, and in {@code into} the statements it is to be cut into. */
  String script(int statements, List<Made> into) {
    StringBuilder script = new StringBuilder(random.nextInt(20) == 0 ? "\uFEFF" : "");
    for (int i = 0; i < statements; i++) {
      script.append(space());
      boolean copies = random.nextInt(12) == 0;
      List<Token> made = copies ? copy() : statement();
      int line = lines(script);
      String text = write(made, this::space);
      script.append(text).append(random.nextInt(4) == 0 ? space() : "").append(';');
      String data = "";
      if (copies) {
        data = data();
        script
            .append(random.nextInt(3) == 0 ? " -- ; data\n" : "\n")
            .append(data)
            .append("\\.\n");
      } else if (random.nextInt(8) == 0) {
        script.append(space()).append(';');
      }
      into.add(new Made(normalised(text), normalised(data), line));
    }
    return script.append(space()).toString();
  }

  static String normalised(String text) {
    return text.replace("\r\n", "\n");
  }

  private static int lines(StringBuilder script) {
    return 1
        + (int) normalised(script.toString()).chars().filter(c -> c == '\n').count();
  }

  private List<Token> copy() {
    tokens = new ArrayList<>();
    add("COPY");
    add("copied");
    if (random.nextBoolean()) {
      add("(", "line", ")");
    }
    add(pick("FROM", "from"));
    add(pick("STDIN", "stdin", "STDOUT"));
    if (random.nextInt(3) == 0) {
      add("WITH", "(", "FORMAT", "csv", ",", "QUOTE", "E'\\x01'", ")");
    }
    return tokens;
  }

  /** Lines that hold anything but what the text form of COPY gives a meaning to. */
  private String data() {
    StringBuilder data = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      data.append('x').append(lineOf(inside(5)).replace("\\", "/")).append('\n');
    }
    return data.toString();
  }

  private void select() {
    add(pick("SELECT", "select"));
    expression(3);
    for (int i = random.nextInt(3); i > 0; i--) {
      add(",");
      expression(2);
    }
  }

  private void expression(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> literal(string());
      case 1 -> literal(name());
      case 2 -> literal(number());
      case 3 -> literal(dollarQuoted());
      case 4 -> {
        add("(");
        expression(depth - 1);
        literal(pick(OPERATORS));
        expression(depth - 1);
        add(")");
      }
      case 5 -> {
        add("(");
        expression(depth - 1);
        add(")");
      }
      case 6 -> {
        add("CASE", "WHEN");
        expression(depth - 1);
        add("THEN");
        expression(depth - 1);
        add(pick("END", "end"));
      }
      case 7 -> {
        add("(");
        select();
        add(")");
      }
      default -> {
        literal(name());
        add("::", pick("text", "\"char\"", "int[]"));
      }
    }
  }

  private void atomicBody() {
    add("CREATE");
    if (random.nextBoolean()) {
      add("OR", "REPLACE");
    }
    add(pick("FUNCTION", "function", "PROCEDURE"), "f", "(", "x", "int", ")");
    add(pick("BEGIN", "begin"), pick("ATOMIC", "Atomic"));
    for (int i = random.nextInt(4); i > 0; i--) {
      select();
      if (!forPsql && random.nextInt(3) == 0) {
        add(",");
        literal(pick(BODY_WORDS));
      }
      add(";");
    }
    add(pick("END", "end"));
  }

  private void rule() {
    add("CREATE", "RULE", "r", "AS", "ON", "INSERT", "TO", "t", "DO", "ALSO", "(");
    select();
    add(";");
    select();
    add(")");
  }

  private String string() {
    return switch (random.nextInt(5)) {
      case 0 -> pick("E'", "e'") + escaped(inside(5)) + "'";
      case 1 -> pick("U&'", "u&'") + inside(5).replace("\\", "\\\\").replace("'", "''") + "'";
      case 2 -> "'" + inside(3).replace("'", "''") + "'\n  '" + inside(3).replace("'", "''") + "'";
      case 3 -> pick("B'01", "x'1F") + "'";
      default -> "'" + inside(5).replace("'", "''") + "'";
    };
  }

  private String escaped(String content) {
    String text = content.replace("\\", "\\\\");
    return random.nextBoolean() ? text.replace("'", "\\'") : text.replace("'", "''");
  }

  private String name() {
    return switch (random.nextInt(4)) {
      case 0 -> "\"x" + inside(4).replace("\"", "\"\"") + "\"";
      case 1 -> "U&\"x" + inside(4).replace("\\", "\\\\").replace("\"", "\"\"") + "\"";
      default -> pick(WORDS);
    };
  }

  private String number() {
    return pick("1", "0", "1.5", ".5", "2e3", "1.5E-3", "1e+2", "42");
  }

  private String dollarQuoted() {
    String delimiter = "$" + pick(TAGS) + "$";
    String content = inside(6);
    while ((content + delimiter).indexOf(delimiter) < content.length()) {
      content = inside(6);
    }
    return delimiter + content + delimiter;
  }

  private String blockComment(int depth) {
    StringBuilder comment = new StringBuilder("/*");
    for (int i = random.nextInt(4); i > 0; i--) {
      comment.append(' ').append(pick(";", "'", "\"", "$$", "--", "\n", "E'", "END", "*", "/"));
    }
    if (depth > 0 && random.nextBoolean()) {
      comment.append(' ').append(blockComment(depth - 1));
    }
    return comment.append(' ').append("*/").toString();
  }

  private String inside(int most) {
    StringBuilder content = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      content.append(pick(INSIDE));
    }
    return content.toString();
  }

  private static String lineOf(String content) {
    return content.replace("\n", " ");
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void add(String... words) {
    for (String word : words) {
      tokens.add(new Token(word, false));
    }
  }

  private void literal(String text) {
    tokens.add(new Token(text, true));
  }
}
