package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/** What converters of the application's give. */
final class Converted {
  private Converted() {}

  /** NULL goes round the converter; so a null that it gives would be neither NULL nor a value. */
  static <T> T present(@Nullable T value, Object converter) {
    if (value == null) {
      throw new QueryException(converter.getClass().getName()
          + " converts a value to null. Let it give a value, or throw an exception.");
    }
    return value;
  }
}
