package dev.varve.runtime.schema;

import java.util.Optional;

/**
 * The name of a table, a type or another object that lives in a PostgreSQL schema.
 *
 * @param schema the schema; empty for the one that the migrations run in, which is the first of the
 *     connection's search path
 * @param name the object's own name
 */
public record QualifiedName(Optional<Name> schema, Name name) implements Comparable<QualifiedName> {
  /** In the schema that the migrations run in. */
  public static QualifiedName of(Name name) {
    return new QualifiedName(Optional.empty(), name);
  }

  /** In the schema that the migrations run in. */
  public static QualifiedName of(String name) {
    return of(new Name(name));
  }

  /** In that schema. */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(Optional.of(new Name(schema)), new Name(name));
  }

  /** Another name in the same schema. */
  public QualifiedName sibling(Name other) {
    return new QualifiedName(schema, other);
  }

  /** The name as SQL: each part in double quotes only where PostgreSQL needs them. */
  public String quoted() {
    return schema.map(name -> name.quoted() + ".").orElse("") + name.quoted();
  }

  @Override
  public int compareTo(QualifiedName other) {
    if (schema.isEmpty() && other.schema.isEmpty()) {
      return name.compareTo(other.name);
    }
    int order = schema
        .map(Name::value)
        .orElse("")
        .compareTo(other.schema.map(Name::value).orElse(""));
    return order != 0 ? order : name.compareTo(other.name);
  }

  /** {@code users} or {@code billing.invoices}, for messages. */
  @Override
  public String toString() {
    return schema.map(name -> name + ".").orElse("") + name;
  }
}
