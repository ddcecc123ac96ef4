package dev.varve.processor.repair;

import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.verify.Drift;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and enums of one schema that differ, as they are and as they should be, by names with
 * which a script of the current schema finds them.
 */
record Sides(Schema expected, Schema found, Optional<Name> schema, Set<Name> differing) {
  static Sides of(Drift drift, String place) {
    Set<Name> differing = new HashSet<>();
    for (Difference difference : drift.differences().getOrDefault(place, List.of())) {
      difference.table().ifPresent(differing::add);
      if (difference.kind().equals("table") || difference.kind().equals("enum")) {
        differing.add(QualifiedName.of(unquoted(difference.name())).name());
      }
    }
    Drift.Sides sides =
        drift.sides().getOrDefault(place, new Drift.Sides(Schema.EMPTY, Schema.EMPTY));
    return new Sides(
        sides.expected(),
        sides.found(),
        place.equals(drift.schema()) || place.isEmpty()
            ? Optional.empty()
            : Optional.of(new Name(place)),
        differing);
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  /** Whether the plan from one side to the other takes care of it. */
  boolean plans(Difference difference) {
    return difference.kind().equals("table")
        || difference.kind().equals("enum")
        || difference
            .table()
            .filter(
                table -> has(expected, table, difference, difference.expected().isPresent())
                    && has(found, table, difference, difference.found().isPresent()))
            .isPresent();
  }

  /** What hangs on a table that nobody expects is set aside with it. */
  boolean goesWithTable(Difference difference) {
    return difference.expected().isEmpty()
        && differing.stream()
            .filter(table -> expected.table(QualifiedName.of(table)).isEmpty()
                && found.table(QualifiedName.of(table)).isPresent())
            .anyMatch(table -> difference.name().equals(table.quoted())
                || difference.name().startsWith(table.quoted() + "."));
  }

  /** What the model has no words for is not in its schema, though it is in the database. */
  private static boolean has(Schema side, Name table, Difference difference, boolean there) {
    Name name = new Name(difference.name());
    Optional<Table> owner = side.table(QualifiedName.of(table));
    boolean has = owner
        .filter(t -> switch (difference.kind()) {
          case "column" -> t.column(name).isPresent();
          case "constraint" -> t.constraint(name).isPresent();
          default -> t.index(name).isPresent();
        })
        .isPresent();
    return has == there;
  }

  Schema from(Schema all) {
    return with(all, found, found);
  }

  Schema to(Schema all) {
    return with(all, expected, found);
  }

  /** What does not differ is there as well: other tables refer to it. */
  private Schema with(Schema all, Schema side, Schema others) {
    Schema result = all;
    for (Table table : side.tables()) {
      result = differing.contains(table.name().name()) ? result.withTable(placed(table)) : result;
    }
    for (Table table : others.tables()) {
      result = differing.contains(table.name().name()) ? result : result.withTable(placed(table));
    }
    for (EnumType type : side.enums()) {
      result = differing.contains(type.name().name()) ? result.withEnum(placed(type)) : result;
    }
    for (EnumType type : others.enums()) {
      result = differing.contains(type.name().name()) ? result : result.withEnum(placed(type));
    }
    return result;
  }

  private QualifiedName placed(QualifiedName name) {
    return new QualifiedName(name.schema().or(() -> schema), name.name());
  }

  /** The words of a script name the Java type; here nothing but the table is known. */
  private EnumType placed(EnumType type) {
    return type.withName(placed(type.name())).withType(type.name().toString());
  }

  private Table placed(Table table) {
    return table
        .withName(placed(table.name()))
        .withType(table.name().toString())
        .withColumns(table.columns().stream().map(this::placed).toList())
        .withConstraints(table.constraints().stream().map(this::placed).toList());
  }

  private Column placed(Column column) {
    return column.withType(placed(column.type()));
  }

  private ColumnType placed(ColumnType type) {
    if (type instanceof ColumnType.ArrayOf array) {
      return new ColumnType.ArrayOf(placed(array.element()));
    }
    return type instanceof ColumnType.Enumerated named
        ? new ColumnType.Enumerated(placed(named.type()))
        : type;
  }

  private Constraint placed(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? new Constraint.ForeignKey(
            key.name(),
            key.columns(),
            placed(key.target()),
            key.targetColumns(),
            key.onDelete(),
            key.onUpdate(),
            key.traits())
        : constraint;
  }
}
