package dev.varve.runtime.schema;

import java.util.List;

/** A PostgreSQL schema. It is made because a name needs it, and nobody declares it. */
public record Namespace(Name name) implements SchemaObject {
  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.NAMESPACE, name.quoted());
  }

  @Override
  public String source() {
    return "";
  }

  @Override
  public SchemaObject withSource(String newSource) {
    return this;
  }

  @Override
  public List<ObjectId> requires() {
    return List.of();
  }

  @Override
  public SchemaObject withTableRenamed(QualifiedName from, QualifiedName to) {
    return this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.namespace(this);
  }
}
