package dev.varve.runtime.query;

/** A statement or a transaction is used in a way that cannot be meant; nothing was sent. */
public final class StatementException extends QueryException {
  private static final long serialVersionUID = 1;

  StatementException(String message) {
    super(message);
  }
}
