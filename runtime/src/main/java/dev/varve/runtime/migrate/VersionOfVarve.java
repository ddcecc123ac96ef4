package dev.varve.runtime.migrate;

import java.util.Optional;

/** Varve's own version, from its jar's manifest; it goes into each row of the history. */
final class VersionOfVarve {
  static final String TEXT = Optional.ofNullable(
          VersionOfVarve.class.getPackage().getImplementationVersion())
      .orElse("development");

  private VersionOfVarve() {}
}
