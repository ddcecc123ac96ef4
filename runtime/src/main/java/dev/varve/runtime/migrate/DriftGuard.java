package dev.varve.runtime.migrate;

import dev.varve.runtime.verify.Drift;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Refuses to migrate a database that has drifted, and to commit what leads to another schema than
 * the migrations make, if it is told to.
 *
 * <p>Both look into the transaction of a step, the first or the last one, where that is one.
 */
final class DriftGuard {
  private final Verifier verifier;
  private final Set<Settings.Verify> when;
  private boolean begun;
  private int steps;

  /** @param steps how many are to be run */
  DriftGuard(
      Session session,
      HistoryTable table,
      List<? extends MigrationSource> sources,
      Settings settings,
      int steps) {
    this.verifier = new Verifier(session, table, sources);
    this.when = settings.verify();
    this.steps = steps;
  }

  /** Asks nothing. */
  static DriftGuard none(Session session, HistoryTable table) {
    return new DriftGuard(session, table, List.of(), Settings.DEFAULT, 0);
  }

  /** Before a step, in its transaction if it has one. */
  void entering(boolean inTransaction) throws SQLException {
    if (!begun && when.contains(Settings.Verify.BEFORE) && verifier.isSettled()) {
      Drift drift = inTransaction ? verifier.verifyWithin() : verifier.verify();
      if (!drift.isEmpty()) {
        throw new MigrationException.Drifted(
            "The database is not as its migrations make it", drift, "Nothing was changed.");
      }
    }
  }

  /** After a step and its row, before its transaction is committed if it has one. */
  void leaving(boolean inTransaction) throws SQLException {
    if (isDue()) {
      Drift drift = inTransaction ? verifier.verifyWithin() : verifier.verify();
      if (!drift.isEmpty()) {
        throw new MigrationException.Drifted(
            "After the last step the database is not as its migrations make it",
            drift,
            inTransaction
                ? "This step is rolled back; what was finished before stays."
                : "What was done stays, as its last step runs outside a transaction.");
      }
    }
  }

  /** Whether the step that runs is the last one, and what it leads to is to be looked at. */
  boolean isDue() {
    return steps == 1 && when.contains(Settings.Verify.AFTER);
  }

  /** A step took effect. */
  void done() {
    begun = true;
    steps--;
  }
}
