package dev.varve.runtime.json;

/** A text is not JSON, or a JSON value is not of the kind that its reader expects. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JsonException(String message) {
    super(message);
  }
}
