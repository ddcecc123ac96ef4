package dev.varve.processor.read;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is certainly wrong with an SQL expression. The parser is not PostgreSQL's: what it does not
 * understand is passed over, for the server to judge.
 */
public final class ExpressionFaults {
  /** Words of PostgreSQL's that stand where a column could. */
  private static final Set<String> WORDS = Set.of("default", "value");

  private ExpressionFaults() {}

  /** What is wrong, in whole sentences. */
  public record Fault(Problem problem, String text) {}

  /** What is wrong with an expression over a row of a table that has these columns. */
  public static Optional<Fault> of(String sql, QualifiedName table, List<Name> known) {
    return broken(sql)
        .or(() -> unknownColumn(sql, table, known)
            .map(name -> new Fault(
                Problem.COLUMN_UNKNOWN, Suggestion.unknown(table.toString(), name, known))));
  }

  /** What is wrong with a default, which has no row to look at. */
  static Optional<Fault> ofDefault(String sql) {
    return unbalanced(sql)
        .map(text -> new Fault(Problem.EXPRESSION_INVALID, text))
        .or(() -> unknownColumn(sql, QualifiedName.of("default"), List.of())
            .map(name -> new Fault(
                Problem.ANNOTATION_VALUE,
                "a default reads no column, and \"" + name + "\" is none of PostgreSQL's own words."
                    + " Did you mean the text \"'" + name.replace("'", "''") + "'\", or a function,"
                    + " \"" + name + "()\"?")));
  }

  private static Optional<Fault> broken(String sql) {
    return unbalanced(sql)
        .or(() -> ParsedExpression.of(sql).isBroken()
            ? Optional.of("\"" + sql + "\" is no SQL expression. Correct it.")
            : Optional.empty())
        .map(text -> new Fault(Problem.EXPRESSION_INVALID, text));
  }

  /** What is said about parentheses and quotes that do not belong together. */
  static Optional<String> unbalanced(String sql) {
    return Expressions.isBalanced(sql)
        ? Optional.empty()
        : Optional.of("a parenthesis or a quote of the expression is not closed, or was never"
            + " opened. Put it right.");
  }

  /** A column that the expression names and the table does not have. */
  static Optional<String> unknownColumn(String sql, QualifiedName table, List<Name> known) {
    return unknown(sql, ParsedExpression.of(sql).columns(table.name().value()), known);
  }

  /** What is wrong with the condition of a trigger, which sees two rows of its table. */
  static Optional<Fault> ofTrigger(String sql, QualifiedName table, List<Name> known) {
    List<String> columns = ParsedExpression.of(sql).references().stream()
        .filter(reference -> Set.of("old", "new").contains(reference.table()))
        .map(ParsedExpression.Reference::column)
        .toList();
    return broken(sql)
        .or(() -> unknown(sql, columns, known)
            .map(name -> new Fault(
                Problem.COLUMN_UNKNOWN, Suggestion.unknown(table.toString(), name, known))));
  }

  private static Optional<String> unknown(String sql, List<String> columns, List<Name> known) {
    return columns.stream()
        .filter(name -> !WORDS.contains(name))
        .filter(name -> known.stream().noneMatch(column -> column.value().equals(name)))
        // A word that names no column may be of a form that the parser does not know.
        .filter(name -> Expressions.mentions(sql, new Name(name)))
        .findFirst();
  }
}
