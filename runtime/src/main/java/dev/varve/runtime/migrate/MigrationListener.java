package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.List;

/**
 * Hears what the applier does, in its thread. An exception thrown here ends the run like a failed
 * statement would.
 */
public interface MigrationListener {
  /**
   * The lock is held, and so much is about to be run; not called if there is nothing to do. After a
   * lost connection it is called again with what is left.
   *
   * @param scripts how many migrations and undo scripts, a creation of the whole schema being one
   * @param statements how many statements they have together; some may be run several times
   */
  default void planned(int scripts, int statements) {}

  /** Another process migrates the same schema; told every half a minute. */
  default void waiting(MigrationException.Locked.Holder holder, Duration waited) {}

  /** A migration, or its undo script, is about to run its first step of this run. */
  default void started(String module, MigrationId migration, boolean undo) {}

  /**
   * A statement has run.
   *
   * @param line its line in the script's file, from 1
   * @param rows how many rows it changed; 0 if it is not of that kind
   */
  default void statement(MigrationId migration, int line, long rows, Duration took) {}

  /**
   * A statement did not get its locks and is tried again, or waits for older transactions.
   *
   * @param line its line in the script's file, from 1
   * @param blockers the sessions that may hold it up, as far as that can be seen
   */
  default void retrying(MigrationId migration, int line, List<Blocker> blockers) {}

  /** All steps have taken effect. */
  default void finished(String module, MigrationId migration, boolean undo, Duration took) {}
}
