package dev.varve.runtime.schema;

import java.util.List;

/**
 * That a table shows only the rows that its policies allow.
 *
 * @param forced whether it holds for the table's owner, too
 */
public record RowSecurity(QualifiedName table, boolean forced, String source)
    implements SchemaObject {
  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.ROW_SECURITY, "of " + table.quoted());
  }

  @Override
  public RowSecurity withSource(String newSource) {
    return new RowSecurity(table, forced, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return List.of(ObjectId.table(table));
  }

  @Override
  public RowSecurity withTableRenamed(QualifiedName from, QualifiedName to) {
    return table.equals(from) ? new RowSecurity(to, forced, source) : this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.rowSecurity(this);
  }
}
