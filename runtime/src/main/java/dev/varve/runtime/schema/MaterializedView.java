package dev.varve.runtime.schema;

import java.util.List;

/**
 * A materialized view, with its indexes.
 *
 * @param populated whether it is filled when it is made
 */
public record MaterializedView(
    QualifiedName name,
    List<ViewColumn> columns,
    String select,
    List<Index> indexes,
    boolean populated,
    List<ObjectId> requires,
    String source)
    implements SchemaObject, Renameable {
  public MaterializedView {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    requires = requires.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name);
  }

  @Override
  public MaterializedView withName(QualifiedName newName) {
    return new MaterializedView(newName, columns, select, indexes, populated, requires, source);
  }

  @Override
  public MaterializedView withSource(String newSource) {
    return new MaterializedView(name, columns, select, indexes, populated, requires, newSource);
  }

  public MaterializedView withIndexes(List<Index> newIndexes) {
    return new MaterializedView(name, columns, select, newIndexes, populated, requires, source);
  }

  @Override
  public MaterializedView withTableRenamed(QualifiedName from, QualifiedName to) {
    return withObjectRenamed(ObjectKind.TABLE, from, to);
  }

  @Override
  public MaterializedView withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return new MaterializedView(
        name,
        columns,
        select,
        indexes,
        populated,
        ObjectId.renamed(requires, kind, from, to),
        source);
  }

  /** PostgreSQL cannot replace one; but indexes come and go. */
  @Override
  public boolean canBecome(SchemaObject other) {
    return other instanceof MaterializedView view
        && withIndexes(view.indexes).withSource(view.source).equals(view);
  }

  @Override
  public boolean readsColumns() {
    return true;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.materializedView(this);
  }
}
