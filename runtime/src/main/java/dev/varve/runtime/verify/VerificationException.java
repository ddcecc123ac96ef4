package dev.varve.runtime.verify;

/** What is expected could not be built, so nothing was compared. Nothing was changed. */
public final class VerificationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  VerificationException(String message) {
    super(message);
  }
}
