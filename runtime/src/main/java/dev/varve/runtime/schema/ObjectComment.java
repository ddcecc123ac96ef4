package dev.varve.runtime.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the database says about anything but tables and their columns.
 *
 * @param kind what it is on
 * @param name the name as SQL has it, of a routine with its arguments
 * @param table of an index, a constraint, a trigger or a policy its table; of a column its view
 */
public record ObjectComment(
    ObjectKind kind, String name, Optional<QualifiedName> table, String text, String source)
    implements SchemaObject {
  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.COMMENT, "on " + target());
  }

  /** What it is on. */
  public ObjectId target() {
    return new ObjectId(kind, name + table.map(on -> " ON " + on.quoted()).orElse(""));
  }

  /** Whether it is on a part of a table that has a name and no object of its own. */
  public boolean isOnPart() {
    return kind == ObjectKind.INDEX || kind == ObjectKind.CONSTRAINT;
  }

  @Override
  public ObjectComment withSource(String newSource) {
    return new ObjectComment(kind, name, table, text, newSource);
  }

  @Override
  public List<ObjectId> requires() {
    List<ObjectId> ids = new ArrayList<>();
    ids.add(target());
    table.ifPresent(on -> {
      ids.add(ObjectId.table(on));
      ids.add(ObjectId.of(ObjectKind.VIEW, on));
      ids.add(ObjectId.of(ObjectKind.MATERIALIZED_VIEW, on));
    });
    return ids;
  }

  @Override
  public ObjectComment withTableRenamed(QualifiedName from, QualifiedName to) {
    return table.filter(from::equals).isPresent()
        ? new ObjectComment(kind, name, Optional.of(to), text, source)
        : this;
  }

  @Override
  public ObjectComment withObjectRenamed(ObjectKind of, QualifiedName from, QualifiedName to) {
    if (of == kind && table.isEmpty() && name.equals(from.quoted())) {
      return new ObjectComment(kind, to.quoted(), table, text, source);
    }
    return of == ObjectKind.VIEW || of == ObjectKind.MATERIALIZED_VIEW
        ? withTableRenamed(from, to)
        : this;
  }

  /** The same after an index or a constraint was renamed. */
  public ObjectComment withPartRenamed(QualifiedName of, Name from, Name to) {
    return isOnPart() && table.filter(of::equals).isPresent() && name.equals(from.quoted())
        ? new ObjectComment(kind, to.quoted(), table, text, source)
        : this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.objectComment(this);
  }
}
