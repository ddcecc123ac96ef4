package dev.varve.runtime.schema;

import java.util.List;

/**
 * A role of the whole server. It is made where it is missing, and never dropped: other databases may
 * need it.
 *
 * @param options such as {@code NOLOGIN NOINHERIT}, as SQL
 * @param memberOf the roles whose privileges it has
 */
public record Role(Name name, String options, List<Name> memberOf, String source)
    implements SchemaObject {
  public Role {
    memberOf = memberOf.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return id(name);
  }

  public static ObjectId id(Name name) {
    return new ObjectId(ObjectKind.ROLE, name.quoted());
  }

  @Override
  public Role withSource(String newSource) {
    return new Role(name, options, memberOf, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return memberOf.stream().map(Role::id).toList();
  }

  @Override
  public Role withTableRenamed(QualifiedName from, QualifiedName to) {
    return this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.role(this);
  }
}
