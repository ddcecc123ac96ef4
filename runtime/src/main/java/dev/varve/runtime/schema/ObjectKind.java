package dev.varve.runtime.schema;

import java.util.Locale;

/** The kinds of things that a schema has, in the order in which they are usually made. */
public enum ObjectKind {
  /** What PostgreSQL calls a schema. */
  NAMESPACE("schema"),
  EXTENSION,
  ROLE,
  ENUM,
  DOMAIN,
  COMPOSITE_TYPE,
  SEQUENCE,
  ROUTINE,
  TABLE,
  COLUMN,
  CONSTRAINT,
  INDEX,
  PARTITION,
  SEQUENCE_OWNER,
  VIEW,
  MATERIALIZED_VIEW,
  TRIGGER,
  ROW_SECURITY,
  POLICY,
  GRANT,
  COMMENT;

  private final String words;

  ObjectKind() {
    this.words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  ObjectKind(String words) {
    this.words = words;
  }

  /** Whether columns may be of it. */
  public boolean isType() {
    return this == DOMAIN || this == COMPOSITE_TYPE;
  }

  /** {@code materialized view}, for messages and JSON. */
  public String words() {
    return words;
  }

  /** The kind of these words. */
  public static ObjectKind of(String words) {
    for (ObjectKind kind : values()) {
      if (kind.words.equals(words)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("Unknown kind of object: " + words);
  }
}
