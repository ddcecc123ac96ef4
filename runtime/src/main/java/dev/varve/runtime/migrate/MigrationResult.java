package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.List;

/**
 * What a call of {@code migrate} did.
 *
 * @param applied the migrations that this call brought to their end, in order; empty if the
 *     database was up to date, or another process applied them meanwhile
 * @param notes what else is worth knowing, as sentences: a database that is newer than the
 *     application, a migration applied out of order, an invalid index that was built again
 */
public record MigrationResult(List<Applied> applied, List<String> notes) {
  public MigrationResult {
    applied = List.copyOf(applied);
    notes = List.copyOf(notes);
  }

  /**
   * A migration that was applied.
   *
   * @param steps how many steps this call ran; an earlier one may have run others
   */
  public record Applied(String module, MigrationId migration, int steps, Duration took) {
    @Override
    public String toString() {
      return migration + " (" + took.toMillis() + " ms)";
    }
  }
}
