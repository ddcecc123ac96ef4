package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A catalogue laid out flat: the definition of each part, by its kind and name. */
final class CatalogParts {
  private static final String TABLE = "table";

  /** What tells a part from all others of its schema. */
  private record Part(String kind, Optional<Name> table, String name, String text)
      implements Comparable<Part> {
    private static final Comparator<Part> ORDER = Comparator.comparing(Part::text);

    Part(String kind, Optional<Name> table, String name) {
      this(
          kind,
          table,
          name,
          new Difference(kind, table, name, Optional.empty(), Optional.empty()).part());
    }

    /** Without what is the same for both. */
    Difference difference(Optional<String> expected, Optional<String> found) {
      return new Difference(kind, table, name, expected, found);
    }

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }

  private final SortedMap<Part, String> parts = new TreeMap<>();
  private final Set<String> tables = new HashSet<>();
  private final UnaryOperator<String> names;

  private CatalogParts(Catalog catalog, UnaryOperator<String> names) {
    this.names = names;
    catalog.schema().tables().forEach(this::add);
    catalog.schema().enums().forEach(this::add);
    catalog
        .others()
        .forEach(other -> add(
            new Part(other.kind(), Optional.empty(), names.apply(other.name())),
            other.definition()));
  }

  /** @param names puts the names of the second catalogue's schemas into texts of the first */
  static List<Difference> compare(Catalog expected, Catalog found, UnaryOperator<String> names) {
    CatalogParts one = new CatalogParts(expected, names);
    CatalogParts two = new CatalogParts(found, UnaryOperator.identity());
    TreeSet<Part> all = new TreeSet<>(one.parts.keySet());
    all.addAll(two.parts.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Part part : all) {
      Optional<String> wanted = Optional.ofNullable(one.parts.get(part));
      Optional<String> there = Optional.ofNullable(two.parts.get(part));
      boolean told =
          wanted.isEmpty() && !one.hasTableOf(part) || there.isEmpty() && !two.hasTableOf(part);
      if (!wanted.equals(there) && !told) {
        differences.add(part.difference(wanted, there));
      }
    }
    return differences;
  }

  /** Of a table that is missing as a whole, the parts are not listed. */
  private boolean hasTableOf(Part part) {
    return part.table().isEmpty() || tables.contains(part.table().get().value());
  }

  private void add(Part part, String definition) {
    parts.merge(part, names.apply(definition), (one, two) -> one + "; " + two);
  }

  private void add(Table table, String kind, Name name, String definition) {
    add(new Part(kind, Optional.of(table.name().name()), name.value()), definition);
  }

  private void add(Table table) {
    tables.add(table.name().name().value());
    add(
        new Part(TABLE, Optional.empty(), table.name().quoted()),
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
        new Part("enum", Optional.empty(), type.name().quoted()),
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
