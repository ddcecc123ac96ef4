package dev.varve.runtime.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a role may do with an object.
 *
 * @param privileges such as {@code SELECT} or {@code UPDATE (email)}
 * @param role empty for everyone
 */
public record Grant(
    ObjectId target, List<String> privileges, String role, boolean withGrantOption, String source)
    implements SchemaObject {
  public Grant {
    privileges = privileges.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.GRANT, "on " + target + " to " + roleSql());
  }

  /** The role as SQL. */
  public String roleSql() {
    return role.isEmpty() ? "PUBLIC" : new Name(role).quoted();
  }

  @Override
  public Grant withSource(String newSource) {
    return new Grant(target, privileges, role, withGrantOption, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return Stream.concat(
            Stream.of(target), role.isEmpty() ? Stream.of() : Stream.of(Role.id(new Name(role))))
        .toList();
  }

  @Override
  public Grant withTableRenamed(QualifiedName from, QualifiedName to) {
    return withObjectRenamed(ObjectKind.TABLE, from, to);
  }

  @Override
  public Grant withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return target.equals(ObjectId.of(kind, from))
        ? new Grant(ObjectId.of(kind, to), privileges, role, withGrantOption, source)
        : this;
  }

  @Override
  public Grant withColumnRenamed(QualifiedName table, Name from, Name to) {
    return target.equals(ObjectId.table(table))
        ? new Grant(
            target,
            privileges.stream()
                .map(privilege -> Expressions.withColumnRenamed(privilege, from, to))
                .toList(),
            role,
            withGrantOption,
            source)
        : this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.grant(this);
  }
}
