package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Columns, keys and expressions that annotations name, held against their table. */
record ListedColumns(Diagnostics diagnostics, Table table) {

  /** The columns of these names; empty, and reported, if one is not there or none is listed. */
  Optional<List<Name>> columns(List<String> names, Origin origin) {
    List<Name> columns = new ArrayList<>();
    for (String name : names) {
      Optional<Column> column = column(name);
      if (column.isEmpty()) {
        reportUnknown(name, origin);
        return Optional.empty();
      }
      if (columns.contains(column.get().name())) {
        report(origin, "the column " + name + " is listed twice. Remove one.");
        return Optional.empty();
      }
      columns.add(column.get().name());
    }
    return orReported(columns, origin);
  }

  /** The same, where an empty list is a list like others. */
  Optional<List<Name>> maybeColumns(List<String> names, Origin origin) {
    return names.isEmpty() ? Optional.of(List.of()) : columns(names, origin);
  }

  /** Keys of an index: names of columns, or what SQL takes in their place. */
  Optional<List<IndexKey>> keys(List<String> texts, Origin origin) {
    List<IndexKey> keys = new ArrayList<>();
    for (String text : texts) {
      Optional<IndexKey> key = column(text)
          .map(Column::name)
          .map(IndexKey::of)
          .or(() -> parsed(text, IndexKey::parse, origin));
      if (key.isEmpty() || !isSound(key.get(), text, origin)) {
        return Optional.empty();
      }
      if (keys.contains(key.get())) {
        report(origin, "the key " + text + " is listed twice. Remove one.");
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return orReported(keys, origin);
  }

  /** What an exclusion compares: {@code room WITH =}. */
  Optional<List<Constraint.Exclusion.Element>> elements(List<String> texts, Origin origin) {
    List<Constraint.Exclusion.Element> elements = new ArrayList<>();
    for (String text : texts) {
      Optional<Constraint.Exclusion.Element> element =
          parsed(text, Constraint.Exclusion.Element::parse, origin);
      if (element.isEmpty() || !isSound(element.get().key(), "", origin)) {
        return Optional.empty();
      }
      elements.add(element.get());
    }
    return orReported(elements, origin);
  }

  /** A condition; empty, and reported, if it cannot be one on this table's rows. */
  Optional<String> expression(String sql, Origin origin) {
    return isSoundExpression(sql, origin) ? Optional.of(sql) : Optional.empty();
  }

  private <T> Optional<List<T>> orReported(List<T> list, Origin origin) {
    if (list.isEmpty()) {
      report(origin, "no column is listed. Name one or more.");
      return Optional.empty();
    }
    return Optional.of(List.copyOf(list));
  }

  private <T> Optional<T> parsed(String text, Function<String, T> parser, Origin origin) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException wrong) {
      report(
          origin,
          wrong.getMessage()
              + ". Write a column, or an expression in parentheses, as CREATE INDEX takes it.");
      return Optional.empty();
    }
  }

  private boolean isSound(IndexKey key, String written, Origin origin) {
    Optional<Name> unknown = key.column().filter(name -> table.column(name).isEmpty());
    unknown.ifPresent(name ->
        reportUnknown(written.equalsIgnoreCase(name.value()) ? written : name.value(), origin));
    return unknown.isEmpty()
        && key.expression().map(sql -> isSoundExpression(sql, origin)).orElse(true);
  }

  private boolean isSoundExpression(String sql, Origin origin) {
    Optional<ExpressionFaults.Fault> fault = ExpressionFaults.of(
        sql, table.name(), table.columns().stream().map(Column::name).toList());
    fault.ifPresent(found -> diagnostics.report(found.problem(), origin, found.text()));
    return fault.isEmpty();
  }

  private Optional<Column> column(String name) {
    return table.columns().stream().filter(c -> c.name().value().equals(name)).findFirst();
  }

  private void reportUnknown(String name, Origin origin) {
    diagnostics.report(
        Problem.COLUMN_UNKNOWN,
        origin,
        Suggestion.unknown(
            table.name().toString(),
            name,
            table.columns().stream().map(Column::name).toList()));
  }

  private void report(Origin origin, String text) {
    diagnostics.report(Problem.ANNOTATION_VALUE, origin, text);
  }
}
