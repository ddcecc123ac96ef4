package dev.varve.runtime.query;

/**
 * Something that a select reads from; selecting it whole gives its record.
 *
 * @param <R> the record of one row
 */
public abstract class Source<R> extends Selection<R> {
  Source() {}

  /** The name, quoted, by which the statement refers to it. */
  abstract String name();

  /** Writes it as it stands after FROM or JOIN. */
  abstract void writeSource(Sql sql);

  /** Whether this and the other are the same table under the same name. */
  abstract boolean isSame(Source<?> other);
}
