package dev.varve.processor.repair;

import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was renamed by hand, as far as can be told: one table is missing and another, with the same
 * columns, is too many; or so are two columns of one table. The rows are in it, so it gets its name
 * back.
 *
 * @param tables what is found, by what is expected
 * @param columns what is found, by what is expected
 */
record Renamed(Map<QualifiedName, QualifiedName> tables, Map<ColumnName, Name> columns) {
  static Renamed between(Schema from, Schema to) {
    Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    Map<ColumnName, Name> columns = new HashMap<>();
    for (Table table : to.tables()) {
      Optional<Table> there = from.table(table.name());
      if (there.isPresent()) {
        columns(there.get(), table, columns);
        continue;
      }
      List<Table> alike = from.tables().stream()
          .filter(other -> to.table(other.name()).isEmpty()
              && other.name().schema().equals(table.name().schema())
              && new HashSet<>(other.columns()).equals(new HashSet<>(table.columns())))
          .toList();
      if (alike.size() == 1) {
        tables.put(table.name(), alike.get(0).name());
      }
    }
    return new Renamed(tables, columns);
  }

  private static void columns(Table from, Table to, Map<ColumnName, Name> columns) {
    for (Column column : to.columns()) {
      List<Column> alike = from.columns().stream()
          .filter(other -> from.column(column.name()).isEmpty()
              && to.column(other.name()).isEmpty()
              && other.withName(column.name()).equals(column))
          .toList();
      List<Column> rivals = to.columns().stream()
          .filter(other -> from.column(other.name()).isEmpty()
              && other.withName(column.name()).equals(column))
          .toList();
      if (alike.size() == 1 && rivals.size() == 1) {
        columns.put(new ColumnName(to.name(), column.name()), alike.get(0).name());
      }
    }
  }

  boolean isRenamed(ColumnName found) {
    return columns.entrySet().stream()
        .anyMatch(one ->
            one.getKey().table().equals(found.table()) && one.getValue().equals(found.column()));
  }

  /** Without the differences that have gone when everything has its name back. */
  List<Difference> remaining(List<Difference> differences) {
    Set<String> expected = new HashSet<>();
    Set<String> found = new HashSet<>();
    for (Difference difference : differences) {
      difference.expected().ifPresent(text -> expected.add(difference.part() + ": " + text));
      difference.found().ifPresent(text -> found.add(renamed(difference.part() + ": " + text)));
    }
    List<Difference> remaining = new ArrayList<>();
    for (Difference difference : differences) {
      boolean same = difference
              .expected()
              .map(text -> found.contains(difference.part() + ": " + text))
              .orElse(true)
          && difference
              .found()
              .map(text -> expected.contains(renamed(difference.part() + ": " + text)))
              .orElse(true);
      if (!same) {
        remaining.add(difference);
      }
    }
    return remaining;
  }

  private String renamed(String text) {
    String result = text;
    for (Map.Entry<QualifiedName, QualifiedName> table : tables.entrySet()) {
      result = replaced(result, table.getValue().name(), table.getKey().name());
    }
    for (Map.Entry<ColumnName, Name> column : columns.entrySet()) {
      result = replaced(result, column.getValue(), column.getKey().column());
    }
    return result;
  }

  private static String replaced(String text, Name from, Name to) {
    return text.replaceAll(
        "(?<![\\w$\"])" + Pattern.quote(from.quoted()) + "(?![\\w$\"])",
        Matcher.quoteReplacement(to.quoted()));
  }
}
