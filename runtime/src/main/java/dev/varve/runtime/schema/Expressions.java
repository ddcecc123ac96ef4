package dev.varve.runtime.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** SQL expressions of users, read only as far as the names of columns need it. */
public final class Expressions {
  /** What may follow a literal of type interval. */
  private static final Set<String> UNITS =
      Set.of("year", "month", "day", "hour", "minute", "second");

  private final List<ExpressionToken> tokens;

  private Expressions(String expression) {
    this.tokens = ExpressionToken.split(expression);
  }

  /**
   * The expression after a column was renamed, as PostgreSQL itself will show it: what names the
   * column is replaced; literals, functions and types of the same name are left alone.
   */
  public static String withColumnRenamed(String expression, Name from, Name to) {
    Expressions read = new Expressions(expression);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < read.tokens.size(); i++) {
      ExpressionToken token = read.tokens.get(i);
      out.append(token.names(from) && read.isColumn(i) ? to.quoted() : token.text());
    }
    return out.toString();
  }

  /**
   * The expression after an attribute of a composite type was renamed, as PostgreSQL itself will
   * show it: of the columns of that type, {@code (home).zip} is replaced, and nothing else.
   */
  public static String withAttributeRenamed(
      String expression, Set<Name> columns, Name from, Name to) {
    Expressions read = new Expressions(expression);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < read.tokens.size(); i++) {
      ExpressionToken token = read.tokens.get(i);
      out.append(token.names(from) && read.isPartOf(i, columns) ? to.quoted() : token.text());
    }
    return out.toString();
  }

  /** Whether one of the columns stands before it, in parentheses. */
  private boolean isPartOf(int i, Set<Name> columns) {
    return word(i, -1).equals(".")
        && word(i, -2).equals(")")
        && word(i, -4).equals("(")
        && columns.stream().anyMatch(tokens.get(place(i, -3))::names);
  }

  /** Whether the SQL has this identifier anywhere, whatever it stands for there. */
  public static boolean contains(String sql, Name name) {
    return ExpressionToken.split(sql).stream().anyMatch(token -> token.names(name));
  }

  /** The parts of a list, which commas outside of parentheses and literals separate. */
  public static List<String> list(String list) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (ExpressionToken token : ExpressionToken.split(list)) {
      depth += switch (token.text()) {
        case "(", "[" -> 1;
        case ")", "]" -> -1;
        default -> 0;
      };
      if (depth == 0 && token.text().equals(",")) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(token.text());
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  /** The words of a text, what stands in parentheses as one of them. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder group = new StringBuilder();
    int depth = 0;
    for (ExpressionToken token : ExpressionToken.split(text)) {
      depth += token.text().equals("(") ? 1 : 0;
      if (depth > 0) {
        group.append(token.text());
      } else if (!token.isSpace()) {
        words.add(token.text());
      }
      if (token.text().equals(")") && --depth == 0) {
        words.add(group.toString());
        group.setLength(0);
      }
    }
    return words;
  }

  /** The parts of a list in parentheses. */
  static List<String> group(String text) {
    return list(text.substring(1, text.length() - 1));
  }

  /** Whether every parenthesis and every quote has its partner. */
  public static boolean isBalanced(String expression) {
    Deque<String> open = new ArrayDeque<>();
    for (ExpressionToken token : ExpressionToken.split(expression)) {
      switch (token.text()) {
        case "(" -> open.push(")");
        case "[" -> open.push("]");
        case ")", "]" -> {
          if (!token.text().equals(open.poll())) {
            return false;
          }
        }
        default -> {
          if (!token.isClosed()) {
            return false;
          }
        }
      }
    }
    return open.isEmpty();
  }

  /** Whether the expression names the column. */
  public static boolean mentions(String expression, Name column) {
    Expressions read = new Expressions(expression);
    for (int i = 0; i < read.tokens.size(); i++) {
      if (read.tokens.get(i).names(column) && read.isColumn(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the identifier stands where a column does. */
  private boolean isColumn(int i) {
    String next = word(i, 1);
    String before = word(i, -1);
    boolean called = next.equals("(") || next.equals("=") && word(i, 2).equals(">");
    boolean typed = next.startsWith("'") || next.equals(".");
    boolean type = isType(i);
    boolean field = before.equals(".") && word(i, -2).equals(")")
        || before.equals("(") && word(i, -2).equals("extract");
    boolean phrase = before.equals("collate")
        || before.equals("is")
        || (before.equals("not") && word(i, -2).equals("is"))
        || (before.equals("time") && word(i, 0).equals("zone"))
        || (before.startsWith("'") && UNITS.contains(word(i, 0)))
        || (word(i, 0).equals("at") && (next.equals("time") || next.equals("local")));
    return !called && !typed && !type && !field && !phrase;
  }

  /** After {@code ::} or {@code AS}, with or without a schema. */
  private boolean isType(int i) {
    int at = word(i, -1).equals(".") ? -3 : -1;
    return word(i, at).equals("as")
        || (word(i, at).equals(":") && word(i, at - 1).equals(":"));
  }

  /**
   * The token so many places further, without white space and comments, in lower case unless
   * quoted; empty beyond the ends.
   */
  private String word(int start, int distance) {
    int place = place(start, distance);
    return place < 0 ? "" : tokens.get(place).folded();
  }

  /** Where that token is; less than 0 beyond the ends. */
  private int place(int start, int distance) {
    int step = Integer.signum(distance);
    int left = Math.abs(distance);
    int i = start;
    while (left > 0) {
      i += step;
      if (i < 0 || i >= tokens.size()) {
        return -1;
      }
      if (!tokens.get(i).isSpace()) {
        left--;
      }
    }
    return i;
  }
}
