package dev.varve.runtime.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything that the model manages in a database, sorted by name.
 *
 * @param objects what is neither a table nor an enum
 */
public record Schema(List<Table> tables, List<EnumType> enums, List<SchemaObject> objects) {
  public static final Schema EMPTY = new Schema(List.of(), List.of());

  /** Without other objects. */
  public Schema(List<Table> tables, List<EnumType> enums) {
    this(tables, enums, List.of());
  }

  public Schema {
    tables = sorted(tables, Table::name, "The name % is used twice");
    enums = sorted(enums, EnumType::name, "The name % is used twice");
    objects = sorted(objects, SchemaObject::id, "There are two of %");
    if (!enums.isEmpty()) {
      // PostgreSQL makes a type of each table's name: tables and enums share one space of names.
      Set<QualifiedName> known = new HashSet<>();
      tables.forEach(table -> known.add(table.name()));
      enums.stream().map(EnumType::name).filter(known::contains).findFirst().ifPresent(name -> {
        throw new IllegalArgumentException("The name " + name + " is used twice");
      });
    }
  }

  /**
   * By their names, of which none may occur twice. Each change of a history makes a schema anew, and
   * nearly all of it is in order already.
   */
  private static <T, N extends Comparable<N>> List<T> sorted(
      List<T> parts, Function<T, N> name, String twice) {
    List<T> sorted = parts;
    for (int i = 1; i < sorted.size(); i++) {
      int order = name.apply(sorted.get(i - 1)).compareTo(name.apply(sorted.get(i)));
      if (order > 0) {
        sorted = parts.stream().sorted(Comparator.comparing(name)).toList();
        i = 0;
      } else if (order == 0) {
        throw new IllegalArgumentException(
            twice.replace("%", name.apply(sorted.get(i)).toString()));
      }
    }
    return List.copyOf(sorted);
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
    return new Schema(Stream.concat(tables.stream(), Stream.of(table)).toList(), enums, objects);
  }

  public Schema withoutTable(QualifiedName name) {
    return new Schema(tables.stream().filter(t -> !t.name().equals(name)).toList(), enums, objects);
  }

  public Schema withEnum(EnumType type) {
    return new Schema(tables, Stream.concat(enums.stream(), Stream.of(type)).toList(), objects);
  }

  public Schema withoutEnum(QualifiedName name) {
    return new Schema(tables, enums.stream().filter(e -> !e.name().equals(name)).toList(), objects);
  }

  /** With each table replaced by what the operator makes of it. */
  public Schema withTables(UnaryOperator<Table> operator) {
    return new Schema(tables.stream().map(operator).toList(), enums, objects);
  }

  public Optional<SchemaObject> object(ObjectId id) {
    return objects.stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** The object of a kind and a name of its own. */
  public Optional<SchemaObject> named(ObjectKind kind, QualifiedName name) {
    return objects.stream()
        .filter(object -> object.id().kind() == kind
            && object instanceof Renameable named
            && named.name().equals(name))
        .findFirst();
  }

  public Schema withObject(SchemaObject object) {
    return new Schema(
        tables, enums, Stream.concat(objects.stream(), Stream.of(object)).toList());
  }

  public Schema withoutObject(ObjectId id) {
    return new Schema(
        tables, enums, objects.stream().filter(o -> !o.id().equals(id)).toList());
  }

  /** With each object replaced by what the operator makes of it. */
  public Schema withObjects(UnaryOperator<SchemaObject> operator) {
    return new Schema(tables, enums, objects.stream().map(operator).toList());
  }
}
