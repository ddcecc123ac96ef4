package dev.varve.processor.pull;

import dev.varve.runtime.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Something of the database, and whether records say it; if not, SQL must. */
final class Thing {
  /** In the order in which SQL usually makes them. */
  enum Kind {
    SCHEMA,
    EXTENSION,
    OTHER,
    ENUM,
    DOMAIN,
    COMPOSITE_TYPE,
    TYPE,
    SEQUENCE,
    ROUTINE,
    AGGREGATE,
    TABLE,
    DEFAULT,
    CONSTRAINT,
    INDEX,
    VIEW,
    MATERIALIZED_VIEW,
    STATISTICS,
    RULE,
    TRIGGER,
    POLICY;

    /** Whether it goes with the table or view that it is on. */
    boolean isPart() {
      return this == DEFAULT || this == CONSTRAINT || this == INDEX;
    }

    boolean isView() {
      return this == VIEW || this == MATERIALIZED_VIEW;
    }
  }

  private final String key;
  private final Kind kind;
  private final QualifiedName name;
  private final Row row;
  private final Optional<Thing> owner;
  private final Set<String> uses = new TreeSet<>();
  private Optional<String> reason = Optional.empty();

  Thing(String key, Kind kind, QualifiedName name, Row row, Optional<Thing> owner) {
    this.key = key;
    this.kind = kind;
    this.name = name;
    this.row = row;
    this.owner = owner;
    owner.ifPresent(thing -> uses.add(thing.key));
  }

  /** The catalogue's own number for it, with its catalogue. */
  String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  QualifiedName name() {
    return name;
  }

  Row row() {
    return row;
  }

  /** What it is on. */
  Optional<Thing> owner() {
    return owner;
  }

  /** The keys of what must be there before it. */
  Set<String> uses() {
    return uses;
  }

  boolean isInModel() {
    return reason.isEmpty();
  }

  /** Why records do not say it; empty if they do. */
  Optional<String> reason() {
    return reason;
  }

  /** It is left to SQL from now on; the first reason counts. */
  void leave(String why) {
    if (reason.isEmpty()) {
      reason = Optional.of(why);
      if (isPrimaryKey()) {
        owner.ifPresent(table -> table.leave("its primary key: " + why));
      }
    }
  }

  /** Without which no record can be. */
  boolean isPrimaryKey() {
    return kind == Kind.CONSTRAINT && row.text("kind").equals("p");
  }

  /** {@code index users_email_idx on users}. */
  @Override
  public String toString() {
    String words = kind == Kind.OTHER
        ? row.text("kind") + " " + row.text("identity")
        : switch (kind) {
              case TABLE -> Relations.words(row);
              case MATERIALIZED_VIEW -> "materialized view";
              case COMPOSITE_TYPE -> "composite type";
              case ROUTINE, AGGREGATE -> kind.name().toLowerCase(java.util.Locale.ROOT);
              default -> kind.name().toLowerCase(java.util.Locale.ROOT);
            }
            + " " + (kind == Kind.ROUTINE || kind == Kind.AGGREGATE ? row.text("text") : name);
    return words + owner.map(on -> " on " + on.name()).orElse("");
  }
}
