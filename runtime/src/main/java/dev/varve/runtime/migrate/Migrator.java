package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Brings a schema to where the application's migrations lead, or back.
 *
 * <p>If the newest digest in the history is the application's, one statement is all that is sent.
 * Otherwise: look, without a lock; if something is to be done take the lock, look again, and do it.
 */
public final class Migrator {
  private final DataSource dataSource;
  private final List<MigrationSource> sources;
  private final Settings settings;

  /**
   * @param sources the modules whose migrations are meant; others in the same history stay
   *     untouched
   */
  public Migrator(
      DataSource dataSource, List<? extends MigrationSource> sources, Settings settings) {
    this.dataSource = dataSource;
    this.sources = List.copyOf(sources);
    this.settings = settings;
  }

  /** Something to do with a session. */
  private interface Action<R> {
    R with(Session session, HistoryTable table) throws SQLException;
  }

  /**
   * Applies what is pending.
   *
   * @throws MigrationException if anything is not as it must be; what was applied before stays
   */
  public MigrationResult migrate() {
    for (MigrationSource source : sources) {
      source.checkFresh();
    }
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        return HistoryTable.isUpToDate(connection, sources)
            ? new MigrationResult(List.of(), List.of())
            : inSession(connection, this::migrate);
      } finally {
        restore(connection, autoCommit);
      }
    } catch (SQLException e) {
      throw new MigrationException.Server("Migrating", ServerError.of(e), e);
    }
  }

  /** Compares the application with the database and changes nothing. */
  public Status status() {
    return connected(
        "Reading the history",
        (session, table) -> Status.of(session.schema(), sources, history(table), session.parked()));
  }

  /**
   * Undoes the newest migrations, with the undo scripts that the database keeps.
   *
   * @param count how many
   * @throws MigrationException if one of them cannot be undone; nothing is undone then
   */
  public RollbackResult rollback(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("Cannot roll back " + count + " migrations.");
    }
    return connected("Rolling back", (session, table) -> {
      session.checkWritable();
      return locked(session, table, (held, history) -> rollback(held, history, count));
    });
  }

  private <R> R connected(String doing, Action<R> action) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        return inSession(connection, action);
      } finally {
        restore(connection, autoCommit);
      }
    } catch (SQLException e) {
      throw new MigrationException.Server(doing, ServerError.of(e), e);
    }
  }

  private static <R> R inSession(Connection connection, Action<R> action) throws SQLException {
    try (Session session = Session.open(connection)) {
      return action.with(session, new HistoryTable(connection, session.schema()));
    }
  }

  private static void restore(Connection connection, boolean autoCommit) throws SQLException {
    if (!autoCommit && !connection.isClosed()) {
      connection.setAutoCommit(false);
    }
  }

  private static History history(HistoryTable table) throws SQLException {
    return new History(table.exists() ? table.read() : List.of());
  }

  private MigrationResult migrate(Session session, HistoryTable table) throws SQLException {
    Outstanding outstanding = Outstanding.of(sources, history(table));
    if (outstanding.isEmpty()) {
      for (String note : outstanding.notes()) {
        Log.warning(note);
      }
      return new MigrationResult(List.of(), outstanding.notes());
    }
    session.checkWritable();
    return locked(session, table, this::apply);
  }

  @SuppressWarnings("try") // the lock is held, not used
  private <R> R locked(Session session, HistoryTable table, Action<R> action) throws SQLException {
    try (MigrationLock lock = MigrationLock.acquire(session, settings.waitForLock())) {
      return action.with(session, table);
    }
  }

  /** Under the lock, with a fresh look. */
  private MigrationResult apply(Session session, HistoryTable table) throws SQLException {
    History history = history(table);
    Outstanding outstanding = Outstanding.of(sources, history);
    List<String> notes = new ArrayList<>(outstanding.notes());
    List<ScriptRunner.Work> undoing = new ArrayList<>();
    for (History.Applied state : outstanding.halfUndone()) {
      undoing.add(undo(table, state));
      notes.add("Finished undoing " + state.id() + ", which an earlier run had begun.");
    }
    List<ScriptRunner.Work> applying = new ArrayList<>();
    for (Outstanding.Pending pending : outstanding.pending()) {
      applying.add(work(pending));
      if (pending.outOfOrder()) {
        notes.add(pending.entry().id()
            + " was applied after newer ones, as it came from another branch.");
      }
    }
    for (String note : notes) {
      Log.warning(note);
    }
    if (!undoing.isEmpty() || !applying.isEmpty()) {
      if (!table.exists()) {
        table.create();
      }
    }
    ScriptRunner runner = new ScriptRunner(session, table, history, settings, notes);
    for (ScriptRunner.Work work : undoing) {
      runner.run(work);
    }
    List<MigrationResult.Applied> applied = new ArrayList<>();
    for (ScriptRunner.Work work : applying) {
      applied.add(new MigrationResult.Applied(
          work.module(), work.id(), work.steps() - work.from() + 1, runner.run(work)));
    }
    return new MigrationResult(applied, notes);
  }

  private static ScriptRunner.Work work(Outstanding.Pending pending) {
    MigrationId id = pending.entry().id();
    return new ScriptRunner.Work(
        pending.source().module(),
        id,
        false,
        ScriptRunner.parse(id, false, pending.source().script(id)),
        pending.from(),
        pending.entry().checksum(),
        pending.entry().undo() ? pending.source().undo(id) : Optional.empty());
  }

  /** What is left of undoing a migration, from the script in the history. */
  private static ScriptRunner.Work undo(HistoryTable table, History.Applied state)
      throws SQLException {
    Optional<String> script = table.undo(state.module(), state.id());
    if (script.isEmpty()) {
      throw new MigrationException.NoUndo(state.id());
    }
    return new ScriptRunner.Work(
        state.module(),
        state.id(),
        true,
        ScriptRunner.parse(state.id(), true, script.get()),
        state.phase() == History.Phase.UNDOING ? state.step() + 1 : 1,
        state.checksum(),
        Optional.empty());
  }

  private RollbackResult rollback(Session session, HistoryTable table, int count)
      throws SQLException {
    History history = history(table);
    List<History.Applied> newest = history.newestFirst(sources);
    List<ScriptRunner.Work> undoing = new ArrayList<>();
    for (History.Applied state : newest.subList(0, Math.min(count, newest.size()))) {
      undoing.add(undo(table, state));
    }
    List<String> notes = new ArrayList<>();
    ScriptRunner runner = new ScriptRunner(session, table, history, settings, notes);
    List<RollbackResult.Undone> undone = new ArrayList<>();
    for (ScriptRunner.Work work : undoing) {
      undone.add(new RollbackResult.Undone(work.module(), work.id(), runner.run(work)));
    }
    return new RollbackResult(undone, notes);
  }
}
