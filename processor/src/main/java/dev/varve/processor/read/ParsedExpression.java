package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;

/**
 * An SQL expression of the user's over one row, as far as it could be read.
 *
 * <p>The parser does not know all of PostgreSQL. An expression that it does not read is broken only
 * if it has nothing but names, literals, operators and calls; of any other the server is the judge.
 *
 * @param references the columns that it names
 * @param functions the functions that it calls, in lower case
 */
record ParsedExpression(boolean isBroken, Set<Reference> references, List<String> functions) {
  private static final Pattern PLAIN =
      Pattern.compile("(?:[\\w\\s.,()+*/%<>=|-]|'[^']*'|\"[^\"]*\"|::)*");

  /** A type or a letter before a text, and words of PostgreSQL's grammar that the parser may lack. */
  private static final Pattern FOREIGN = Pattern.compile(
      "(?i)\\w\\s*'|\\b(?:all|any|array|asymmetric|at|bit|both|collate|distinct|document|escape|exists"
          + "|filter|for|from|group|isnull|json\\w*|keys|leading|local|normalized|notnull|object"
          + "|operator|over|overlaps|partition|placing|precision|row|scalar|select|similar|some"
          + "|symmetric|time|timestamp|trailing|unique|unknown|using|varying|with|within|without"
          + "|xml\\w*|zone)\\b");

  /** What needs no parser, which takes its time to get ready; most defaults are no more. */
  private static final Pattern LITERAL =
      Pattern.compile("'[^'\\\\]*'|-?\\d{1,18}(?:\\.\\d{1,18})?|true|false|null");

  private static final ParsedExpression OF_LITERAL =
      new ParsedExpression(false, Set.of(), List.of());

  /** Words that look like columns to the parser. */
  private static final Set<String> WORDS = Set.of(
      "current_catalog",
      "current_date",
      "current_role",
      "current_schema",
      "current_time",
      "current_timestamp",
      "current_user",
      "false",
      "localtime",
      "localtimestamp",
      "null",
      "session_user",
      "system_user",
      "true",
      "user");

  /**
   * A column that an expression names.
   *
   * @param table as it is written; empty without one
   */
  record Reference(String table, String column) {}

  ParsedExpression {
    references = new LinkedHashSet<>(references);
    functions = List.copyOf(functions);
  }

  static ParsedExpression of(String sql) {
    if (LITERAL.matcher(sql).matches()) {
      return OF_LITERAL;
    }
    Optional<Expression> parsed = parse(sql);
    if (parsed.isEmpty()) {
      return new ParsedExpression(isPlain(sql), Set.of(), List.of());
    }
    Set<Reference> references = new LinkedHashSet<>();
    List<String> functions = new ArrayList<>();
    parsed
        .get()
        .accept(
            new ExpressionVisitorAdapter<Void>() {
              @Override
              public <S> Void visit(Column column, S context) {
                String table =
                    column.getTable() == null ? "" : column.getTable().getName();
                String name = column.getColumnName();
                if (!table.isEmpty() || !WORDS.contains(name.toLowerCase(Locale.ROOT))) {
                  references.add(new Reference(folded(table), folded(name)));
                }
                return null;
              }

              @Override
              public <S> Void visit(Function function, S context) {
                functions.add(function.getName().toLowerCase(Locale.ROOT));
                return super.visit(function, context);
              }
            },
            null);
    return new ParsedExpression(false, references, functions);
  }

  /** The columns that are named without a table, or with one of these names. */
  List<String> columns(String... tables) {
    List<String> named = List.of(tables);
    return references.stream()
        .filter(reference -> reference.table().isEmpty() || named.contains(reference.table()))
        .map(Reference::column)
        .distinct()
        .toList();
  }

  private static boolean isPlain(String sql) {
    boolean open = sql.chars().filter(c -> c == '\'').count() % 2 == 1;
    return PLAIN.matcher(sql).matches() && !FOREIGN.matcher(sql).find()
        || (open && sql.indexOf('$') < 0 && sql.indexOf('\\') < 0);
  }

  private static Optional<Expression> parse(String sql) {
    try {
      return Optional.ofNullable(CCJSqlParserUtil.parseCondExpression(sql, false));
    } catch (JSQLParserException | RuntimeException notRead) {
      return Optional.empty();
    }
  }

  private static String folded(String name) {
    return name.startsWith("\"") && name.endsWith("\"") && name.length() > 2
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
