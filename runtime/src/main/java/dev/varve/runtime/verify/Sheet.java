package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table on which PostgreSQL is asked many questions at once. */
final class Sheet {
  /** Below PostgreSQL's limit of columns, so that each sheet holds some questions more. */
  private static final int COLUMNS = 1_000;

  private final Name name;
  private final Map<Name, Column> columns = new LinkedHashMap<>();
  private final List<Constraint.Check> checks = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private final Map<Name, Question> questions = new LinkedHashMap<>();

  Sheet(Name name) {
    this.name = name;
  }

  Name name() {
    return name;
  }

  /** By the names that their parts have here. */
  Map<Name, Question> questions() {
    return questions;
  }

  /** A table, its values out of line with their index, its type; and each index. */
  long locks() {
    return 4L + indexes.size();
  }

  /** Whether it had a place for the question: a column is of one type only. */
  boolean takes(Question question, Name as) {
    boolean fits = columns.size() + question.columns().size() <= COLUMNS
        && question.columns().stream()
            .filter(column -> !column.name().equals(Question.ANY))
            .allMatch(column -> columns.getOrDefault(column.name(), column).equals(column));
    if (fits) {
      for (Column column : question.columns()) {
        Column own = column.name().equals(Question.ANY) ? column.withName(as) : column;
        columns.put(own.name(), own);
      }
      question.check().ifPresent(check -> checks.add(check.withName(as)));
      question.index().ifPresent(index -> indexes.add(index.withName(as)));
      questions.put(as, question);
    }
    return fits;
  }

  /** The statements that make it in a schema. */
  String sql(Name schema) {
    String table = schema.quoted() + "." + name.quoted();
    List<String> parts = new ArrayList<>();
    columns.values().forEach(column -> parts.add(sql(column)));
    checks.forEach(check -> parts.add("CONSTRAINT " + check.name().quoted() + " " + check.sql()));
    StringBuilder sql = new StringBuilder("CREATE TABLE " + table + " (")
        .append(String.join(", ", parts))
        .append(");\n");
    for (Index index : indexes) {
      sql.append(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
          .append(index.name().quoted())
          .append(" ON ")
          .append(table)
          .append(" ")
          .append(index.sql())
          .append(";\n");
    }
    return sql.toString();
  }

  private static String sql(Column column) {
    return column.name().quoted()
        + " "
        + column.type().sql()
        + column.options().collation().map(name -> " COLLATE " + name.quoted()).orElse("")
        + value(column.defaultValue());
  }

  private static String value(Default value) {
    if (value instanceof Default.Expression expression) {
      return " DEFAULT " + expression.sql();
    }
    return value instanceof Default.Generated generated
        ? " GENERATED ALWAYS AS (" + generated.expression() + ")"
            + (generated.stored() ? " STORED" : " VIRTUAL")
        : "";
  }
}
