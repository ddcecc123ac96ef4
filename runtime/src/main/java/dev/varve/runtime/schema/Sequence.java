package dev.varve.runtime.schema;

import java.util.List;

/**
 * A sequence that stands for itself; those of identity and serial columns are parts of these.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param options how it counts; the kind of identity has no meaning here
 */
public record Sequence(
    QualifiedName name, ColumnType.Scalar type, IdentityOptions options, String source)
    implements SchemaObject, Renameable {
  public Sequence {
    options = options.withByDefault(false);
  }

  @Override
  public ObjectId id() {
    return ObjectId.of(ObjectKind.SEQUENCE, name);
  }

  @Override
  public Sequence withName(QualifiedName newName) {
    return new Sequence(newName, type, options, source);
  }

  @Override
  public Sequence withSource(String newSource) {
    return new Sequence(name, type, options, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return List.of();
  }

  @Override
  public Sequence withTableRenamed(QualifiedName from, QualifiedName to) {
    return this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sequence(this);
  }
}
