package dev.varve.runtime.schema;

import java.util.Comparator;
import java.util.List;

/**
 * What tells one object of a database from all others.
 *
 * @param name as SQL names it: {@code billing.total}, {@code touch()}, {@code audit ON users}
 */
public record ObjectId(ObjectKind kind, String name) implements Comparable<ObjectId> {
  private static final Comparator<ObjectId> ORDER =
      Comparator.comparing(ObjectId::kind).thenComparing(ObjectId::name);

  public static ObjectId of(ObjectKind kind, QualifiedName name) {
    return new ObjectId(kind, name.quoted());
  }

  public static ObjectId table(QualifiedName name) {
    return of(ObjectKind.TABLE, name);
  }

  public static ObjectId column(ColumnName name) {
    return new ObjectId(
        ObjectKind.COLUMN, name.table().quoted() + "." + name.column().quoted());
  }

  /** Something that has its name only within a table: {@code audit ON users}. */
  public static ObjectId on(ObjectKind kind, Name name, QualifiedName table) {
    return new ObjectId(kind, name.quoted() + " ON " + table.quoted());
  }

  /** The same list after something of that kind was renamed. */
  static List<ObjectId> renamed(
      List<ObjectId> ids, ObjectKind kind, QualifiedName from, QualifiedName to) {
    ObjectId old = of(kind, from);
    return ids.stream().map(id -> id.equals(old) ? of(kind, to) : id).toList();
  }

  @Override
  public int compareTo(ObjectId other) {
    return ORDER.compare(this, other);
  }

  /** {@code view totals}, for messages. */
  @Override
  public String toString() {
    return kind.words() + " " + name;
  }
}
