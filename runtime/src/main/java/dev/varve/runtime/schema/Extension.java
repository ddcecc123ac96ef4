package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;

/**
 * An extension of the whole database.
 *
 * @param schema where its types and functions are; empty for the schema that the migrations run in
 * @param version empty for what the server prefers
 */
public record Extension(Name name, Optional<Name> schema, Optional<String> version, String source)
    implements SchemaObject {
  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.EXTENSION, name.quoted());
  }

  @Override
  public Extension withSource(String newSource) {
    return new Extension(name, schema, version, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return schema.map(Namespace::new).map(Namespace::id).stream().toList();
  }

  @Override
  public Extension withTableRenamed(QualifiedName from, QualifiedName to) {
    return this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.extension(this);
  }
}
