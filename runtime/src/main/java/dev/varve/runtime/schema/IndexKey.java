package dev.varve.runtime.schema;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an index is sorted or searched by: a column, or an expression over columns of the row.
 *
 * @param nullsFirst whether NULL comes before all else, which is usual where the order is descending
 */
public record IndexKey(
    Part part,
    Optional<QualifiedName> collation,
    Optional<OperatorClass> operatorClass,
    boolean descending,
    boolean nullsFirst) {

  /** A column or an expression. */
  public sealed interface Part {
    /** A column of the table. */
    record Column(Name name) implements Part {}

    /** An SQL expression, as the user wrote it, without parentheses around it. */
    record Expression(String sql) implements Part {
      public Expression {
        if (sql.isBlank()) {
          throw new IllegalArgumentException("A key of an index needs an expression");
        }
      }
    }
  }

  /** A column in its usual order. */
  public static IndexKey of(Name column) {
    return new IndexKey(new Part.Column(column), Optional.empty(), Optional.empty(), false, false);
  }

  /**
   * A key as SQL writes it: {@code title COLLATE "C" text_pattern_ops DESC NULLS LAST}, {@code
   * lower(email)}, {@code (a + b)}.
   *
   * @throws IllegalArgumentException if it is not of that form; the message says where
   */
  public static IndexKey parse(String sql) {
    return new IndexKeyParser(sql).key();
  }

  public Optional<Name> column() {
    return part instanceof Part.Column column ? Optional.of(column.name()) : Optional.empty();
  }

  public Optional<String> expression() {
    return part instanceof Part.Expression expression
        ? Optional.of(expression.sql())
        : Optional.empty();
  }

  /** Whether there is nothing to say but the name of a column. */
  public boolean isPlain() {
    return part instanceof Part.Column column && equals(of(column.name()));
  }

  boolean mentions(Name name) {
    return part instanceof Part.Column column
        ? column.name().equals(name)
        : expression().filter(sql -> Expressions.mentions(sql, name)).isPresent();
  }

  IndexKey withColumnRenamed(Name from, Name to) {
    Part renamed = expression()
        .<Part>map(sql -> new Part.Expression(Expressions.withColumnRenamed(sql, from, to)))
        .orElseGet(() -> mentions(from) ? new Part.Column(to) : part);
    return new IndexKey(renamed, collation, operatorClass, descending, nullsFirst);
  }

  /** With what becomes of its expression. */
  IndexKey withExpression(UnaryOperator<String> operator) {
    return expression()
        .map(sql -> new IndexKey(
            new Part.Expression(operator.apply(sql)),
            collation,
            operatorClass,
            descending,
            nullsFirst))
        .orElse(this);
  }

  /** The key as SQL, an expression always in parentheses. */
  public String sql() {
    return column().map(Name::quoted).orElseGet(() -> "(" + expression().orElseThrow() + ")")
        + collation.map(name -> " COLLATE " + name.quoted()).orElse("")
        + operatorClass.map(operators -> " " + operators.sql()).orElse("")
        + (descending ? " DESC" : "")
        + (nullsFirst == descending ? "" : nullsFirst ? " NULLS FIRST" : " NULLS LAST");
  }
}
