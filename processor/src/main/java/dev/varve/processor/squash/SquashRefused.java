package dev.varve.processor.squash;

/** Migrations cannot be made into one; the message says why, and what to do. */
public final class SquashRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  SquashRefused(String message) {
    super(message);
  }
}
