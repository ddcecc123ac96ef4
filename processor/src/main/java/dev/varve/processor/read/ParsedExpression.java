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
 * @param columns the columns that it names, without a table
 * @param functions the functions that it calls, in lower case
 */
record ParsedExpression(boolean isBroken, Set<String> columns, List<String> functions) {
  private static final Pattern PLAIN =
      Pattern.compile("(?:[\\w\\s.,()+*/%<>=|-]|'[^']*'|\"[^\"]*\"|::)*");

  /** Words that look like columns to the parser. */
  private static final Set<String> WORDS = Set.of(
      "true",
      "false",
      "null",
      "current_date",
      "current_time",
      "current_timestamp",
      "localtime",
      "localtimestamp",
      "current_user",
      "session_user",
      "user");

  ParsedExpression {
    columns = new LinkedHashSet<>(columns);
    functions = List.copyOf(functions);
  }

  static ParsedExpression of(String sql) {
    Optional<Expression> parsed = parse(sql);
    if (parsed.isEmpty()) {
      return new ParsedExpression(isPlain(sql), Set.of(), List.of());
    }
    Set<String> columns = new LinkedHashSet<>();
    List<String> functions = new ArrayList<>();
    parsed
        .get()
        .accept(
            new ExpressionVisitorAdapter<Void>() {
              @Override
              public <S> Void visit(Column column, S context) {
                String name = column.getColumnName();
                boolean word = WORDS.contains(name.toLowerCase(Locale.ROOT));
                if (column.getTable() == null && !word) {
                  columns.add(unquoted(name));
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
    return new ParsedExpression(false, columns, functions);
  }

  private static boolean isPlain(String sql) {
    boolean open = sql.chars().filter(c -> c == '\'').count() % 2 == 1;
    return PLAIN.matcher(sql).matches() || (open && sql.indexOf('$') < 0 && sql.indexOf('\\') < 0);
  }

  private static Optional<Expression> parse(String sql) {
    try {
      return Optional.ofNullable(CCJSqlParserUtil.parseExpression(sql, false));
    } catch (JSQLParserException | RuntimeException notRead) {
      return Optional.empty();
    }
  }

  private static String unquoted(String name) {
    return name.startsWith("\"") && name.endsWith("\"") && name.length() > 2
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
