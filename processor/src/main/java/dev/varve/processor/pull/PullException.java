package dev.varve.processor.pull;

/** A database cannot be pulled; the message says why, and what to do. */
public final class PullException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PullException(String message) {
    super(message);
  }

  PullException(String message, Throwable cause) {
    super(message, cause);
  }
}
