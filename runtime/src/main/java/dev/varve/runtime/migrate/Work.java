package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script to run.
 *
 * @param undo whether it is the undo script
 * @param text the script's text
 * @param from the first step to run, from 1; those before it have taken effect
 * @param checksum of the migration, not of its undo
 * @param undoText the undo script to keep in the history
 * @param allowedLoss the tables and columns whose rows or values an undo may lose
 * @param soft whether version control did not have the migration yet
 * @param data what a step in Java does
 * @param replaced the earlier form that the script leads on from, in one step; empty if it is the
 *     migration's own
 * @param replaces the migrations that this one makes into one
 */
record Work(
    String module,
    MigrationId id,
    boolean undo,
    String text,
    SqlScript script,
    int from,
    String checksum,
    Optional<String> undoText,
    Set<String> allowedLoss,
    boolean soft,
    Optional<DataStep> data,
    Optional<History.Applied> replaced,
    List<MigrationIndex.Replaced> replaces) {

  /** What is left of applying a migration. */
  static Work apply(Outstanding.Pending pending) {
    MigrationIndex.Entry entry = pending.entry();
    String text = pending.earlier().isPresent()
        ? pending.source().bridge(pending.earlier().get().bridge())
        : pending.source().script(entry.id());
    SqlScript script = parse(entry.id(), false, text);
    return new Work(
        pending.source().module(),
        entry.id(),
        false,
        text,
        script,
        pending.from(),
        entry.checksum(),
        entry.undo() ? pending.source().keptUndo(entry) : Optional.empty(),
        Set.of(),
        entry.soft(),
        data(pending.source(), entry.id(), script),
        pending.earlier().map(Outstanding.Earlier::state),
        entry.replaces());
  }

  /** The way back from a soft migration that is no more. */
  static Work leave(MigrationSource source, Outstanding.Earlier earlier) {
    MigrationId id = earlier.state().id();
    String text = source.bridge(earlier.bridge());
    return new Work(
        source.module(),
        id,
        true,
        text,
        parse(id, true, text),
        1,
        earlier.state().checksum(),
        Optional.empty(),
        Set.of(),
        true,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /**
   * What is left of undoing a migration, from the script in the history.
   *
   * @param allowedLoss what may be lost; more may be, if the undo had begun with that
   */
  static Work undo(HistoryTable table, History.Applied state, Set<String> allowedLoss)
      throws SQLException {
    Optional<String> script = table.undo(state.module(), state.id());
    if (script.isEmpty()) {
      throw new MigrationException.NoUndo(state.id());
    }
    boolean begun = state.phase() == History.Phase.UNDOING;
    Set<String> allowed = new java.util.TreeSet<>(allowedLoss);
    if (begun) {
      allowed.addAll(state.last().allowedLoss());
    }
    return new Work(
        state.module(),
        state.id(),
        true,
        script.get(),
        parse(state.id(), true, script.get()),
        begun ? state.step() + 1 : 1,
        state.checksum(),
        Optional.empty(),
        allowed,
        state.last().soft(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The class of a step in Java, before anything of any script is run. */
  private static Optional<DataStep> data(MigrationSource source, MigrationId id, SqlScript script) {
    for (SqlScript.Step step : script.steps()) {
      if (step.java().isPresent()) {
        Optional<DataStep> data = source.data(id, step.java().get());
        if (data.isEmpty()) {
          throw new MigrationException.Refused(
              subject(id, false),
              id,
              step.line(),
              "its work is done by the class "
                  + step.java().get() + ", which only the application itself has. Start the"
                  + " application, whose Varve.migrate runs it.");
        }
        return data;
      }
    }
    return Optional.empty();
  }

  /** Reads a script, before anything of any script is run. */
  static SqlScript parse(MigrationId id, boolean undo, String text) {
    try {
      return SqlScript.parse(text);
    } catch (SqlScriptException e) {
      throw new MigrationException.Refused(subject(id, undo), id, e.line(), e.problem(), e);
    }
  }

  private static String subject(MigrationId id, boolean undo) {
    return (undo ? "Undo of " : "Migration ") + id;
  }

  String subject() {
    return replaced.isPresent() ? "Bridge to " + id : subject(id, undo);
  }

  int steps() {
    return script.steps().size();
  }

  /** How many statements are to be run. */
  int statements() {
    int statements = 0;
    for (SqlScript.Step step : remaining()) {
      statements += step.statements().size();
    }
    return statements;
  }

  /** The steps that are to be run. */
  List<SqlScript.Step> remaining() {
    return script.steps().subList(from - 1, steps());
  }

  /** The row that a step leaves when it has taken effect. */
  HistoryTable.NewRow row(History history, int number) {
    HistoryEvent.Kind event = undo ? HistoryEvent.Kind.UNDONE : HistoryEvent.Kind.APPLIED;
    Optional<MigrationId> gone = replaced.map(History.Applied::id);
    return new HistoryTable.NewRow(
        module,
        id,
        number,
        steps(),
        event,
        checksum,
        number == 1 ? undoText : Optional.empty(),
        history.digestAfter(module, gone, id, checksum, event, number == steps()),
        allowedLoss,
        Optional.empty(),
        soft);
  }

  /**
   * The rows that a step leaves before its own: that the earlier form is no more, and with the last
   * step that all is applied which this migration replaces.
   */
  List<HistoryTable.NewRow> rowsBefore(History history, int number) {
    if (replaced.isEmpty()) {
      return number == steps() && !undo ? Creation.replaced(module, replaces, history) : List.of();
    }
    History.Applied old = replaced.get();
    return List.of(new HistoryTable.NewRow(
        module,
        old.id(),
        1,
        1,
        HistoryEvent.Kind.UNDONE,
        old.checksum(),
        Optional.empty(),
        history.digestAfter(
            module, Optional.empty(), old.id(), old.checksum(), HistoryEvent.Kind.UNDONE, true),
        List.of(),
        Optional.empty(),
        true));
  }

  /** What the header of a generated script says that it loses; empty if that is nothing. */
  Optional<String> dataLost() {
    for (String line : text.split("\n", 60)) {
      if (line.startsWith(DATA_LOST)) {
        String lost = line.substring(DATA_LOST.length()).strip();
        return lost.equals("none.") ? Optional.empty() : Optional.of(lost);
      }
    }
    return Optional.empty();
  }

  private static final String DATA_LOST = "-- Data lost: ";
}
