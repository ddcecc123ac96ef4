package dev.varve.runtime.query;

/**
 * Something with rows that a statement reads: a {@link Source}, or the {@link Outer} side of a join.
 *
 * @param <V> what one row of it is in Java
 */
public abstract sealed class Relation<V> extends Selection<V> permits Source, Outer {
  Relation() {}

  /** The name, quoted, by which the statement refers to it. */
  abstract String name();

  /** Writes it as it stands after FROM or JOIN. */
  abstract void writeSource(Sql sql);

  /** Whether a row of it holds values that errors must not repeat. */
  boolean isSensitive() {
    return false;
  }

  /** Whether this and the other are the same relation under the same name. */
  abstract boolean isSame(Relation<?> other);
}
