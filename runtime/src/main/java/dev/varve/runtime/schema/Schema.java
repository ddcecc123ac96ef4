package dev.varve.runtime.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everything that the model manages in one PostgreSQL schema, sorted by name. */
public record Schema(List<Table> tables, List<EnumType> enums) {
  public static final Schema EMPTY = new Schema(List.of(), List.of());

  public Schema {
    tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    enums = enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
    Set<QualifiedName> known = new HashSet<>();
    // PostgreSQL makes a type of each table's name: tables and enums share one space of names.
    Stream.concat(tables.stream().map(Table::name), enums.stream().map(EnumType::name))
        .filter(name -> !known.add(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("The name " + name + " is used twice");
        });
  }

  public Optional<Table> table(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  public Optional<EnumType> enumType(QualifiedName name) {
    return enums.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  public Optional<Column> column(ColumnName name) {
    return table(name.table()).flatMap(table -> table.column(name.column()));
  }

  public Schema withTable(Table table) {
    return new Schema(Stream.concat(tables.stream(), Stream.of(table)).toList(), enums);
  }

  public Schema withoutTable(QualifiedName name) {
    return new Schema(tables.stream().filter(t -> !t.name().equals(name)).toList(), enums);
  }

  public Schema withEnum(EnumType type) {
    return new Schema(tables, Stream.concat(enums.stream(), Stream.of(type)).toList());
  }

  public Schema withoutEnum(QualifiedName name) {
    return new Schema(tables, enums.stream().filter(e -> !e.name().equals(name)).toList());
  }

  /** With each table replaced by what the operator makes of it. */
  public Schema withTables(UnaryOperator<Table> operator) {
    return new Schema(tables.stream().map(operator).toList(), enums);
  }
}
