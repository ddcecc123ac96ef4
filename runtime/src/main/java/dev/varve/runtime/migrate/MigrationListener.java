package dev.varve.runtime.migrate;

import java.time.Duration;

/**
 * Hears what the applier does, in its thread. An exception thrown here ends the run like a failed
 * statement would.
 */
public interface MigrationListener {
  /** A migration, or its undo script, is about to run its first step of this run. */
  default void started(String module, MigrationId migration, boolean undo) {}

  /**
   * A statement has run.
   *
   * @param line its line in the script's file, from 1
   * @param rows how many rows it changed; 0 if it is not of that kind
   */
  default void statement(MigrationId migration, int line, long rows, Duration took) {}

  /** All steps have taken effect. */
  default void finished(String module, MigrationId migration, boolean undo, Duration took) {}
}
