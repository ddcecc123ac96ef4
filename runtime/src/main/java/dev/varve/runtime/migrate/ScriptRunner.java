package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs what is left of one script, step by step, and keeps the history. */
final class ScriptRunner {
  private final History history;
  private final Settings settings;
  private final StepRunner steps;

  ScriptRunner(
      Session session, HistoryTable table, History history, Settings settings, List<String> notes) {
    this.history = history;
    this.settings = settings;
    this.steps = new StepRunner(session, table, settings, notes);
  }

  /**
   * A script to run.
   *
   * @param from the first step to run, from 1; those before it have taken effect
   * @param undo whether it is the undo script
   * @param checksum of the migration, not of its undo
   * @param undoText the undo script to keep in the history
   */
  record Work(
      String module,
      MigrationId id,
      boolean undo,
      SqlScript script,
      int from,
      String checksum,
      Optional<String> undoText) {

    String subject() {
      return ScriptRunner.subject(id, undo);
    }

    int steps() {
      return script.steps().size();
    }
  }

  private static String subject(MigrationId id, boolean undo) {
    return (undo ? "Undo of " : "Migration ") + id;
  }

  /** Reads a script, before anything of any script is run. */
  static SqlScript parse(MigrationId id, boolean undo, String text) {
    try {
      return SqlScript.parse(text);
    } catch (SqlScriptException e) {
      throw new MigrationException.Refused(subject(id, undo), id, e.line(), e.problem(), e);
    }
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
    HistoryRow.Event event = work.undo() ? HistoryRow.Event.UNDONE : HistoryRow.Event.APPLIED;
    boolean last = number == work.steps();
    HistoryTable.NewRow row = new HistoryTable.NewRow(
        work.module(),
        work.id(),
        number,
        work.steps(),
        event,
        work.checksum(),
        number == 1 ? work.undoText() : Optional.empty(),
        history.digestAfter(work.module(), work.id(), work.checksum(), event, last),
        Optional.empty());
    try {
      long entry = steps.run(work.id(), work.script().steps().get(number - 1), row);
      history.add(new HistoryRow(
          entry,
          work.module(),
          work.id(),
          number,
          work.steps(),
          event,
          work.checksum(),
          Instant.EPOCH,
          Duration.ZERO,
          ""));
    } catch (StepRunner.Failure failure) {
      ServerError error = ServerError.of(failure.error);
      if (!error.isDisconnect()) {
        String said = "line " + failure.line + ": " + error;
        steps.recordFailure(row.failed(history.digest(work.module()), said), failure);
      }
      throw new MigrationException.Failed(
          work.subject(),
          work.id(),
          failure.line,
          error,
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
