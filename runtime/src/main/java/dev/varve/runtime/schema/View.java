package dev.varve.runtime.schema;

import java.util.List;

/**
 * A view.
 *
 * @param columns the names of its columns, in order
 * @param select the statement that gives its rows, as the user wrote it
 * @param requires the tables and other objects that the statement names
 */
public record View(
    QualifiedName name, List<Name> columns, String select, List<ObjectId> requires, String source)
    implements SchemaObject {
  public View {
    columns = List.copyOf(columns);
    requires = requires.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return ObjectId.of(ObjectKind.VIEW, name);
  }

  @Override
  public SchemaObject withSource(String newSource) {
    return new View(name, columns, select, requires, newSource);
  }

  /** The statement keeps the old name until the model says otherwise; the server knows better. */
  @Override
  public SchemaObject withTableRenamed(QualifiedName from, QualifiedName to) {
    ObjectId old = ObjectId.table(from);
    return requires.contains(old)
        ? new View(
            name,
            columns,
            select,
            requires.stream()
                .map(id -> id.equals(old) ? ObjectId.table(to) : id)
                .toList(),
            source)
        : this;
  }

  /** PostgreSQL replaces a view if the old columns stay where they are. */
  @Override
  public boolean canBecome(SchemaObject other) {
    return other instanceof View view
        && view.columns.size() >= columns.size()
        && view.columns.subList(0, columns.size()).equals(columns);
  }

  @Override
  public boolean readsColumns() {
    return true;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.view(this);
  }
}
