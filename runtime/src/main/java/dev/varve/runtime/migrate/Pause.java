package dev.varve.runtime.migrate;

/** Sleeping between two attempts. */
final class Pause {
  private Pause() {}

  /** Sleeps; an interrupted thread stops migrating and stays interrupted. */
  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException.Interrupted(e);
    }
  }
}
