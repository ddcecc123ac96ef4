package dev.varve.runtime.migrate;

import dev.varve.runtime.verify.Drift;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
  private final List<MigrationSource> sources;
  private final Settings settings;
  private final Connections connections;

  /**
   * @param sources the modules whose migrations are meant; others in the same history stay
   *     untouched
   */
  public Migrator(
      DataSource dataSource, List<? extends MigrationSource> sources, Settings settings) {
    this.sources = List.copyOf(sources);
    this.settings = settings;
    this.connections = new Connections(dataSource, settings);
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
    Progress progress = new Progress();
    connections.persistently("Migrating", this::isUpToDate, (session, table) -> {
      Todo todo = new Look(session, table, sources, settings).pending();
      if (todo.isEmpty()) {
        progress.tell(todo.notes());
        new DriftGuard(session, table, sources, settings, 1).entering(false);
        new DriftGuard(session, table, sources, settings, 1).leaving(false);
        return false;
      }
      session.checkWritable(table);
      Ownership.check(session, todo.undoing());
      Ownership.check(session, todo.applying());
      return locked(session, table, (held, history) -> run(held, history, progress));
    });
    return new MigrationResult(progress.applied(), progress.notes());
  }

  private boolean isUpToDate(Connection connection) throws SQLException {
    return settings.verify().isEmpty() && HistoryTable.isUpToDate(connection, sources);
  }

  /** Compares the application with the database and changes nothing. */
  public Status status() {
    return connections.once(
        "Reading the history",
        (session, table) -> Status.of(
            session.schema(),
            sources,
            table.history(sources),
            session.parked(),
            table.exists() && table.isDevelopment()));
  }

  /** Compares the database with what its migrations make, and changes nothing. */
  public Drift verify() {
    return connections.once(
        "Verifying", (session, table) -> new Verifier(session, table, sources).verify());
  }

  /** Everything that ever happened, in order, of all modules; changes nothing. */
  public List<HistoryEvent> history() {
    return connections.once(
        "Reading the history", (session, table) -> table.exists() ? table.read() : List.of());
  }

  /**
   * What {@link #migrate} would run now; runs nothing.
   *
   * @throws MigrationException if it would be refused
   */
  public Plan plan() {
    return connections.once("Planning", (session, table) -> {
      Look look = new Look(session, table, sources, settings);
      return new PlanWriter(session, table, table.history(sources), settings)
          .write(look.pending(), table.exists());
    });
  }

  /**
   * Undoes the newest migrations, with the undo scripts that the database keeps.
   *
   * @param count how many
   * @throws MigrationException if one of them cannot be undone; nothing is undone then
   */
  public RollbackResult rollback(int count) {
    checkCount(count);
    return rollBack(look -> look.newest(count));
  }

  /**
   * Undoes every migration that is newer than this one.
   *
   * @param version its version, or version and name; it must be applied
   * @throws MigrationException if one of them cannot be undone; nothing is undone then
   */
  public RollbackResult rollbackTo(String version) {
    return rollBack(look -> look.newerThan(version));
  }

  /** What {@link #rollback} would run now; runs nothing. */
  public Plan planRollback(int count) {
    checkCount(count);
    return planRollback(look -> look.newest(count));
  }

  /** What {@link #rollbackTo} would run now; runs nothing. */
  public Plan planRollbackTo(String version) {
    return planRollback(look -> look.newerThan(version));
  }

  /**
   * Says of a database that has no history yet that the application's migrations are applied;
   * nothing of them is run.
   *
   * @param upTo the version, or version and name, of the last one; empty for all
   * @throws MigrationException.NotPossible if there is a history already, or no such migration
   */
  public List<HistoryEvent> baseline(Optional<String> upTo) {
    return stamp(look -> look.baseline(upTo));
  }

  /**
   * Says that the pending migrations up to this one are applied; nothing of them is run. A
   * migration that is half applied counts as finished, and the file of this very one, if it was
   * edited, as what was applied.
   *
   * @param version the version, or version and name, of the last one
   * @throws MigrationException.NotPossible if there is no such migration
   */
  public List<HistoryEvent> stamp(String version) {
    return stamp(look -> look.stampable(version));
  }

  /**
   * Drops everything in the schema but what extensions own, and the history's events.
   *
   * @param database the database's name, so that nobody means another one
   * @throws MigrationException.NotPossible if the name is another, or the history is not marked as
   *     that of a development database; nothing is dropped then
   */
  public void reset(String database) {
    connections.once("Resetting", (session, table) -> {
      Reset.check(session, table, database);
      session.checkWritable(table);
      return locked(session, table, (held, history) -> {
        Reset.check(held, history, database);
        Reset.run(held, history);
        return true;
      });
    });
  }

  private static void checkCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("Cannot roll back " + count + " migrations.");
    }
  }

  /** Looks for what is to be undone. */
  private interface Selection {
    List<Work> of(Look look) throws SQLException;
  }

  /** Looks for what is to be stamped. */
  private interface Stamps {
    List<HistoryTable.NewRow> of(Look look) throws SQLException;
  }

  private RollbackResult rollBack(Selection selection) {
    return connections.once("Rolling back", (session, table) -> {
      session.checkWritable(table);
      return locked(session, table, (held, history) -> {
        List<Work> undoing = selection.of(new Look(held, history, sources, settings));
        Ownership.check(held, undoing);
        Losses.refuse(held, undoing);
        settings.listener().planned(undoing.size(), Todo.undoing(undoing).statements());
        Progress progress = new Progress();
        ScriptRunner runner = new ScriptRunner(
            held,
            history,
            history.history(sources),
            settings,
            progress.notes(),
            DriftGuard.none(held, history));
        List<RollbackResult.Undone> undone = new ArrayList<>();
        for (Work work : undoing) {
          undone.add(new RollbackResult.Undone(work.module(), work.id(), runner.run(work)));
        }
        return new RollbackResult(undone, progress.notes());
      });
    });
  }

  private Plan planRollback(Selection selection) {
    return connections.once("Planning", (session, table) -> {
      List<Work> undoing = selection.of(new Look(session, table, sources, settings));
      Losses.refuse(session, undoing);
      return new PlanWriter(session, table, table.history(sources), settings)
          .write(Todo.undoing(undoing), true);
    });
  }

  private List<HistoryEvent> stamp(Stamps stamps) {
    return connections.once("Stamping", (session, table) -> {
      session.checkWritable(table);
      return locked(session, table, (held, history) -> {
        List<HistoryTable.NewRow> rows = stamps.of(new Look(held, history, sources, settings));
        if (!rows.isEmpty()) {
          createIfAbsent(history);
          history.inTransaction(() -> {
            history.append(rows, Duration.ZERO);
            LeftMarks.leave(held, sources, rows);
          });
        }
        List<HistoryEvent> events = history.exists() ? history.read() : List.of();
        return events.subList(events.size() - rows.size(), events.size());
      });
    });
  }

  @SuppressWarnings("try") // the lock is held, not used
  private <R> R locked(Session session, HistoryTable table, Connections.Action<R> action)
      throws SQLException {
    try (MigrationLock lock = MigrationLock.acquire(session, settings)) {
      R result = action.with(session, table);
      session.leaveScript();
      return result;
    }
  }

  private void createIfAbsent(HistoryTable table) throws SQLException {
    if (!table.exists()) {
      table.create(settings.development());
    }
  }

  /** Under the lock, with a fresh look. */
  private boolean run(Session session, HistoryTable table, Progress progress) throws SQLException {
    Todo todo = new Look(session, table, sources, settings).pending();
    History history = table.history(sources);
    progress.find(history);
    progress.tell(todo.notes());
    if (todo.isEmpty()) {
      return false;
    }
    settings.listener().planned(todo.size(), todo.statements());
    createIfAbsent(table);
    DriftGuard guard = new DriftGuard(session, table, sources, settings, todo.steps());
    ScriptRunner runner =
        new ScriptRunner(session, table, history, settings, progress.notes(), guard);
    for (Work work : todo.undoing()) {
      runner.run(work);
    }
    for (Creation creation : todo.creating()) {
      progress.add(new Creating(session, table, history, settings, guard).run(creation));
    }
    for (Work work : todo.applying()) {
      progress.begin(work);
      progress.end(work, runner.run(work));
    }
    for (Outstanding.Joined joined : todo.joining()) {
      List<HistoryTable.NewRow> rows =
          Creation.stamps(joined.source(), joined.entry(), false, history);
      table.inTransaction(() -> table.append(rows, Duration.ZERO));
      table.prove(rows.get(rows.size() - 1));
      progress.mention(joined.note());
    }
    return true;
  }
}
