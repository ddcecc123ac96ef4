package dev.varve.runtime.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type that takes only some values of another one.
 *
 * @param checks conditions on {@code VALUE}, by name
 * @param uses the routines that its expressions call
 */
public record Domain(
    QualifiedName name,
    ColumnType type,
    Optional<QualifiedName> collation,
    Optional<String> defaultValue,
    boolean notNull,
    List<Constraint.Check> checks,
    List<ObjectId> uses,
    String source)
    implements SchemaObject, Renameable {
  public Domain {
    checks =
        checks.stream().sorted(Comparator.comparing(Constraint.Check::name)).toList();
    uses = uses.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectId id() {
    return ObjectId.of(ObjectKind.DOMAIN, name);
  }

  @Override
  public Domain withName(QualifiedName newName) {
    return new Domain(newName, type, collation, defaultValue, notNull, checks, uses, source);
  }

  @Override
  public Domain withSource(String newSource) {
    return new Domain(name, type, collation, defaultValue, notNull, checks, uses, newSource);
  }

  public Optional<Constraint.Check> check(Name checkName) {
    return checks.stream().filter(check -> check.name().equals(checkName)).findFirst();
  }

  /** The checks that the old one has not, or not so. */
  public List<Constraint.Check> newChecks(Domain old) {
    return checks.stream().filter(check -> !old.checks.contains(check)).toList();
  }

  @Override
  public List<ObjectId> requires() {
    return Stream.concat(type.declared().stream(), uses.stream()).toList();
  }

  @Override
  public Domain withTableRenamed(QualifiedName from, QualifiedName to) {
    return this;
  }

  @Override
  public Domain withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return new Domain(
        name,
        kind.isType() ? type.withNameChanged(from, to) : type,
        collation,
        defaultValue,
        notNull,
        checks,
        uses,
        source);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.domain(this);
  }
}
