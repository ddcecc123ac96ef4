package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.List;

/** Runs what is left of one script, step by step, and keeps the history. */
final class ScriptRunner {
  private final History history;
  private final Settings settings;
  private final StepRunner steps;

  ScriptRunner(
      Session session,
      HistoryTable table,
      History history,
      Settings settings,
      List<String> notes,
      DriftGuard guard) {
    this.history = history;
    this.settings = settings;
    this.steps = new StepRunner(session, table, settings, notes, guard);
  }

  /** Runs the script to its end and returns how long that took. */
  Duration run(Work work) {
    long start = System.nanoTime();
    settings.listener().started(work.module(), work.id(), work.undo());
    for (int number = work.from(); number <= work.steps(); number++) {
      step(work, number);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    settings.listener().finished(work.module(), work.id(), work.undo(), took);
    Log.info((work.undo() ? "Undid " : "Applied ") + work.id() + " in " + took.toMillis() + " ms.");
    return took;
  }

  private void step(Work work, int number) {
    HistoryTable.NewRow row = work.row(history, number);
    List<HistoryTable.NewRow> before = work.rowsBefore(history, number);
    try {
      long entry = steps.run(work, number, before, row);
      for (HistoryTable.NewRow earlier : before) {
        history.add(earlier.event(entry));
      }
      history.add(row.event(entry));
    } catch (StepRunner.Failure failure) {
      ServerError error = ServerError.of(failure.error);
      List<Blocker> blockers = steps.blockers(failure);
      if (!error.isDisconnect()) {
        String said = "line " + failure.line + ": " + error;
        steps.recordFailure(row.failed(history.digest(work.module()), said), failure);
      }
      throw new MigrationException.Failed(
          work.subject(),
          work.id(),
          failure.line,
          error,
          blockers,
          state(failure, error, history.describe(work.module())),
          failure.error);
    }
  }

  private static String state(StepRunner.Failure failure, ServerError error, String database) {
    if (error.isDisconnect() && failure.committing) {
      return "The connection was lost during COMMIT: the next run finds out whether this step took"
          + " effect. Before it, "
          + database
          + ".";
    }
    if (!failure.inTransaction) {
      return "This step runs outside a transaction and starts again from its first statement at the"
          + " next run; "
          + database
          + ".";
    }
    return error.isDisconnect()
        ? "The connection is lost, so the server rolls this step back; " + database + "."
        : "Rolled back; " + database + ".";
  }
}
