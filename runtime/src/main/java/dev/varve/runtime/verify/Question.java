package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How does PostgreSQL print an expression? What differs in names of tables and rules only is one
 * question.
 *
 * @param columns those that the expression may name; or one that has it, which is {@link #ANY}
 * @param check the rule that has it, named so
 * @param index the index that has it, named so
 */
record Question(List<Column> columns, Optional<Constraint.Check> check, Optional<Index> index) {
  static final Name ANY = new Name("varve_any");

  Question {
    columns = List.copyOf(columns);
  }

  /** What a default or the expression of a generated column is. */
  static Question of(Table table, Column column) {
    Stream<Column> named = column.defaultValue() instanceof Default.Generated generated
        ? named(table, generated.expression(), List.of())
        : Stream.empty();
    Column any = bare(column).withName(ANY).withDefault(column.defaultValue());
    return new Question(
        Stream.concat(named, Stream.of(any)).toList(), Optional.empty(), Optional.empty());
  }

  static Question of(Table table, Constraint.Check check) {
    return new Question(
        named(table, check.expression(), List.of()).toList(),
        Optional.of(check.withName(ANY)),
        Optional.empty());
  }

  static Question of(Table table, Index index) {
    List<Name> plain =
        Stream.concat(index.columns().stream(), index.include().stream()).toList();
    return new Question(
        named(table, index.sql(), plain).toList(),
        Optional.empty(),
        Optional.of(index.withName(ANY)));
  }

  /** Whether an index has an expression. */
  static boolean isAbout(Index index) {
    return index.where().isPresent()
        || index.keys().stream().anyMatch(key -> key.expression().isPresent());
  }

  /** One that is named too many does no harm. */
  private static Stream<Column> named(Table table, String expression, List<Name> also) {
    Set<String> words = Words.of(expression);
    return table.columns().stream()
        .filter(column -> words.contains(column.name().value()) || also.contains(column.name()))
        .map(Question::bare);
  }

  private static Column bare(Column column) {
    return new Column(
        column.name(),
        column.type(),
        true,
        new Default.None(),
        ColumnOptions.NONE.withCollation(column.options().collation()));
  }

  /** What a table that PostgreSQL printed says, which has a part of that name for the one in question. */
  static Optional<String> answer(Table printed, Name part) {
    return printed
        .column(part)
        .map(Question::text)
        .or(() -> printed.constraint(part).map(Question::text))
        .or(() -> printed.index(part).map(Question::text));
  }

  static String text(Column column) {
    return column.defaultValue().toString();
  }

  static String text(Constraint constraint) {
    return constraint.sql();
  }

  static String text(Index index) {
    return (index.unique() ? "UNIQUE " : "") + index.sql();
  }
}
