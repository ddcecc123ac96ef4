package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.List;

/**
 * What a call of {@code rollback} did.
 *
 * @param undone the migrations that it undid, in the order in which it did, the newest first; fewer
 *     than asked for if there were no more
 */
public record RollbackResult(List<Undone> undone, List<String> notes) {
  public RollbackResult {
    undone = List.copyOf(undone);
    notes = List.copyOf(notes);
  }

  /** A migration that was undone. */
  public record Undone(String module, MigrationId migration, Duration took) {
    @Override
    public String toString() {
      return migration + " (" + took.toMillis() + " ms)";
    }
  }
}
