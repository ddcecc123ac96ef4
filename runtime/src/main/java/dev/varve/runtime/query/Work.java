package dev.varve.runtime.query;

/**
 * What a transaction or savepoint does.
 *
 * @param <X> what it gives
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface Work<X, E extends Exception> {
  X in(Transaction transaction) throws E;

  /** {@link Work} that gives nothing. */
  @FunctionalInterface
  interface Silent<E extends Exception> {
    void in(Transaction transaction) throws E;
  }
}
