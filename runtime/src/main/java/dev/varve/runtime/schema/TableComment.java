package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;

/**
 * What the database says about a table or a column.
 *
 * @param column empty for a comment on the table itself
 */
public record TableComment(QualifiedName table, Optional<Name> column, String text, String source)
    implements SchemaObject {
  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.COMMENT, "on " + target());
  }

  /** What the comment is on. */
  public ObjectId target() {
    return column
        .map(name -> ObjectId.column(new ColumnName(table, name)))
        .orElse(ObjectId.table(table));
  }

  @Override
  public SchemaObject withSource(String newSource) {
    return new TableComment(table, column, text, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return List.of(ObjectId.table(table));
  }

  @Override
  public SchemaObject withTableRenamed(QualifiedName from, QualifiedName to) {
    return table.equals(from) ? new TableComment(to, column, text, source) : this;
  }

  @Override
  public SchemaObject withColumnRenamed(QualifiedName ofTable, Name from, Name to) {
    return table.equals(ofTable)
        ? new TableComment(table, column.map(name -> name.equals(from) ? to : name), text, source)
        : this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tableComment(this);
  }
}
