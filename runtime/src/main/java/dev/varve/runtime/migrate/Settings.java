package dev.varve.runtime.migrate;

import java.time.Duration;

/**
 * How the applier behaves.
 *
 * @param waitForLock how long to wait while another process migrates the same schema
 * @param lockTimeout how long a step in a transaction may at most wait for a lock on a table at a
 *     time, and so hold up everyone who queues behind it; the first attempt waits a tenth of it
 * @param retryFor how long a step is tried again while locks are not granted
 */
public record Settings(
    Duration waitForLock, Duration lockTimeout, Duration retryFor, MigrationListener listener) {

  /**
   * Ten minutes for other processes, two seconds for a lock, ten minutes of retries, no listener.
   */
  public static final Settings DEFAULT = new Settings(
      Duration.ofMinutes(10),
      Duration.ofSeconds(2),
      Duration.ofMinutes(10),
      new MigrationListener() {});

  public Settings waitForLock(Duration limit) {
    return new Settings(limit, lockTimeout, retryFor, listener);
  }

  public Settings lockTimeout(Duration limit) {
    return new Settings(waitForLock, limit, retryFor, listener);
  }

  public Settings retryFor(Duration limit) {
    return new Settings(waitForLock, lockTimeout, limit, listener);
  }

  public Settings listener(MigrationListener heard) {
    return new Settings(waitForLock, lockTimeout, retryFor, heard);
  }
}
