package dev.varve.runtime.query;

/**
 * Something that a select reads from; selecting it whole gives its record.
 *
 * @param <R> the record of one row
 */
public abstract non-sealed class Source<R> extends Relation<R> {
  Source() {}
}
