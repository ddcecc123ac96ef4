package dev.varve.runtime.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything that the model manages in a database, sorted by name.
 *
 * <p>No record, since what one schema has in common with the one before it is checked, sorted and
 * stored only once.
 */
public final class Schema {
  public static final Schema EMPTY = new Schema(List.of(), List.of());

  private static final String NAME_TWICE = "The name % is used twice";
  private static final String OBJECT_TWICE = "There are two of %";

  private final SortedParts<QualifiedName, Table> tables;
  private final SortedParts<QualifiedName, EnumType> enums;
  private final SortedParts<ObjectId, SchemaObject> objects;
  private final References references;

  /** Without other objects. */
  public Schema(List<Table> tables, List<EnumType> enums) {
    this(tables, enums, List.of());
  }

  /** @param objects what is neither a table nor an enum */
  public Schema(List<Table> tables, List<EnumType> enums, List<SchemaObject> objects) {
    this.tables = SortedParts.of(tables, Table::name, NAME_TWICE);
    this.enums = SortedParts.of(enums, EnumType::name, NAME_TWICE);
    this.objects = SortedParts.of(objects, SchemaObject::id, OBJECT_TWICE);
    this.references = References.of(tables);
    // PostgreSQL makes a type of each table's name: tables and enums share one space of names.
    enums.forEach(type -> requireFree(!this.tables.has(type.name()), type.name()));
  }

  private Schema(
      SortedParts<QualifiedName, Table> tables,
      SortedParts<QualifiedName, EnumType> enums,
      SortedParts<ObjectId, SchemaObject> objects,
      References references) {
    this.tables = tables;
    this.enums = enums;
    this.objects = objects;
    this.references = references;
  }

  private static void requireFree(boolean free, QualifiedName name) {
    if (!free) {
      throw new IllegalArgumentException(NAME_TWICE.replace("%", name.toString()));
    }
  }

  public List<Table> tables() {
    return tables;
  }

  public List<EnumType> enums() {
    return enums;
  }

  /** What is neither a table nor an enum. */
  public List<SchemaObject> objects() {
    return objects;
  }

  public Optional<Table> table(QualifiedName name) {
    return tables.find(name);
  }

  public Optional<EnumType> enumType(QualifiedName name) {
    return enums.find(name);
  }

  public Optional<Column> column(ColumnName name) {
    return table(name.table()).flatMap(table -> table.column(name.column()));
  }

  /** The tables that have a foreign key to the one of that name, it may be itself. */
  public List<Table> referencing(QualifiedName target) {
    return references.to(target).stream().map(name -> table(name).orElseThrow()).toList();
  }

  public Schema withTable(Table table) {
    requireFree(!tables.has(table.name()) && !enums.has(table.name()), table.name());
    return withTables(tables.with(table), references.with(table));
  }

  public Schema withoutTable(QualifiedName name) {
    return table(name)
        .map(table -> withTables(tables.without(name), references.without(table)))
        .orElse(this);
  }

  /** With the table of that name replaced by what the operator makes of it, if there is one. */
  public Schema withTable(QualifiedName name, UnaryOperator<Table> operator) {
    Optional<Table> old = table(name);
    Optional<Table> changed = old.map(operator);
    if (changed.filter(table -> table.name().equals(name)).isPresent()) {
      return withTables(tables.with(changed.get()), references.with(old, changed.get()));
    }
    return changed.map(table -> withoutTable(name).withTable(table)).orElse(this);
  }

  private Schema withTables(SortedParts<QualifiedName, Table> newTables, References newReferences) {
    return new Schema(newTables, enums, objects, newReferences);
  }

  /** With each table replaced by what the operator makes of it. */
  public Schema withTables(UnaryOperator<Table> operator) {
    return new Schema(tables.stream().map(operator).toList(), enums, objects);
  }

  public Schema withEnum(EnumType type) {
    requireFree(!tables.has(type.name()) && !enums.has(type.name()), type.name());
    return new Schema(tables, enums.with(type), objects, references);
  }

  public Schema withoutEnum(QualifiedName name) {
    return new Schema(tables, enums.without(name), objects, references);
  }

  public Optional<SchemaObject> object(ObjectId id) {
    return objects.find(id);
  }

  /** The object of a kind and a name of its own. */
  public Optional<SchemaObject> named(ObjectKind kind, QualifiedName name) {
    return object(ObjectId.of(kind, name)).filter(Renameable.class::isInstance);
  }

  public Schema withObject(SchemaObject object) {
    if (objects.has(object.id())) {
      throw new IllegalArgumentException(OBJECT_TWICE.replace("%", object.id().toString()));
    }
    return new Schema(tables, enums, objects.with(object), references);
  }

  public Schema withoutObject(ObjectId id) {
    return new Schema(tables, enums, objects.without(id), references);
  }

  /** With each object replaced by what the operator makes of it. */
  public Schema withObjects(UnaryOperator<SchemaObject> operator) {
    return new Schema(tables, enums, objects.map(operator, OBJECT_TWICE), references);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema schema
        && tables.equals(schema.tables)
        && enums.equals(schema.enums)
        && objects.equals(schema.objects);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tables, enums, objects);
  }

  @Override
  public String toString() {
    return "Schema[tables=" + tables + ", enums=" + enums + ", objects=" + objects + "]";
  }
}
