package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which rows of a table a role may see or make.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param restrictive whether it takes away what others allow
 * @param roles whom it is for; empty for everyone
 * @param using the rows that are there
 * @param check the rows that are made
 */
public record Policy(
    Name name,
    QualifiedName table,
    String command,
    boolean restrictive,
    List<Name> roles,
    Optional<String> using,
    Optional<String> check,
    List<ObjectId> uses,
    String source)
    implements SchemaObject {
  public Policy {
    roles = roles.stream().sorted().distinct().toList();
    uses = uses.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return ObjectId.on(ObjectKind.POLICY, name, table);
  }

  @Override
  public Policy withSource(String newSource) {
    return new Policy(name, table, command, restrictive, roles, using, check, uses, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    return Stream.of(Stream.of(ObjectId.table(table)), roles.stream().map(Role::id), uses.stream())
        .flatMap(ids -> ids)
        .distinct()
        .toList();
  }

  @Override
  public Policy withTableRenamed(QualifiedName from, QualifiedName to) {
    return new Policy(
        name,
        table.equals(from) ? to : table,
        command,
        restrictive,
        roles,
        using,
        check,
        ObjectId.renamed(uses, ObjectKind.TABLE, from, to),
        source);
  }

  @Override
  public Policy withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return new Policy(
        name,
        table,
        command,
        restrictive,
        roles,
        using,
        check,
        ObjectId.renamed(uses, kind, from, to),
        source);
  }

  @Override
  public Policy withColumnRenamed(QualifiedName ofTable, Name from, Name to) {
    return table.equals(ofTable)
        ? new Policy(
            name,
            table,
            command,
            restrictive,
            roles,
            using.map(sql -> Expressions.withColumnRenamed(sql, from, to)),
            check.map(sql -> Expressions.withColumnRenamed(sql, from, to)),
            uses,
            source)
        : this;
  }

  @Override
  public boolean readsColumns() {
    return true;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.policy(this);
  }
}
