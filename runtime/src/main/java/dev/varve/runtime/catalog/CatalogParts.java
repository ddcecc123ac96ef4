package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalogue laid out flat: the definition of each part, by its kind and name. */
final class CatalogParts {
  private static final String TABLE = "table ";

  private final SortedMap<String, String> parts = new TreeMap<>();

  /** The table of each part that has one, as a key of {@link #parts}. */
  private final Map<String, String> tables = new TreeMap<>();

  private CatalogParts(Catalog catalog) {
    catalog.schema().tables().forEach(this::add);
    catalog.schema().enums().forEach(this::add);
    catalog.others().forEach(other -> add(other.kind() + " " + other.name(), other.definition()));
  }

  static List<String> differences(Catalog expected, Catalog found) {
    CatalogParts one = new CatalogParts(expected);
    CatalogParts two = new CatalogParts(found);
    TreeSet<String> keys = new TreeSet<>(one.parts.keySet());
    keys.addAll(two.parts.keySet());
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      String wanted = one.parts.get(key);
      String there = two.parts.get(key);
      if (there == null) {
        if (two.hasTableOf(key, one)) {
          lines.add(key + " is missing" + (isBlank(wanted) ? "" : ": " + wanted));
        }
      } else if (wanted == null) {
        if (one.hasTableOf(key, two)) {
          lines.add(key + " is not expected" + (isBlank(there) ? "" : ": " + there));
        }
      } else if (!there.equals(wanted)) {
        lines.add(key + " is " + there + ", expected " + wanted);
      }
    }
    return lines;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Of a table that is missing as a whole, the parts are not listed. */
  private boolean hasTableOf(String key, CatalogParts other) {
    String table = other.tables.get(key);
    return table == null || parts.containsKey(table);
  }

  private void add(String key, String definition) {
    parts.merge(key, definition, (one, two) -> one + "; " + two);
  }

  private void add(Table table, String kind, Name name, String definition) {
    String key = kind + " " + table.name().quoted() + "." + name.quoted();
    tables.put(key, TABLE + table.name().quoted());
    add(key, definition);
  }

  private void add(Table table) {
    add(
        TABLE + table.name().quoted(),
        OptionsText.of(table.options())
            + table.partitioning().map(Partitioning::sql).orElse(""));
    table
        .partitions()
        .forEach(partition ->
            add(table, "partition", partition.name(), partition.bounds().sql()));
    table.columns().forEach(column -> add(table, "column", column.name(), definition(column)));
    table
        .constraints()
        .forEach(constraint -> add(table, "constraint", constraint.name(), constraint.sql()));
    table
        .indexes()
        .forEach(index ->
            add(table, "index", index.name(), (index.unique() ? "UNIQUE " : "") + index.sql()));
  }

  private void add(EnumType type) {
    add(
        "enum " + type.name().quoted(),
        type.values().stream()
            .map(value -> "'" + value.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "(", ")")));
  }

  private static String definition(Column column) {
    return type(column.type())
        + OptionsText.of(column.options())
        + (column.nullable() ? "" : " NOT NULL")
        + OptionsText.of(column.defaultValue());
  }

  /** As SQL, but an enum is told from a built-in type of the same name. */
  private static String type(ColumnType type) {
    ColumnType element = type instanceof ColumnType.ArrayOf array ? array.element() : type;
    return (element instanceof ColumnType.Enumerated ? "enum " : "") + type.sql();
  }
}
