package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs one step of a script together with its row of the history.
 *
 * <p>A step in a transaction has its row inside. A step outside of one has its row behind it, so
 * that a step without a row starts again from its first statement, never from the middle: an index
 * build that was interrupted needs the clean-up before it again.
 */
final class StepRunner {
  private final Session session;
  private final HistoryTable table;
  private final Settings settings;
  private final List<String> notes;
  private final DriftGuard guard;

  StepRunner(
      Session session,
      HistoryTable table,
      Settings settings,
      List<String> notes,
      DriftGuard guard) {
    this.guard = guard;
    this.session = session;
    this.table = table;
    this.settings = settings;
    this.notes = notes;
  }

  /** A step did not take effect. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    /** Whether the statements were through, and the row or the COMMIT was refused. */
    final boolean committing;

    final boolean inTransaction;
    final int line;
    final transient Optional<SqlScript.Statement> statement;
    final Duration took;
    final SQLException error;

    Failure(
        SqlScript.Step step,
        Optional<SqlScript.Statement> statement,
        boolean committing,
        Duration took,
        SQLException error) {
      super(error);
      this.committing = committing;
      this.inTransaction = step.inTransaction();
      int position = committing ? 0 : ServerError.of(error).position();
      this.line = statement.map(failed -> failed.lineAt(position)).orElse(step.line());
      this.statement = statement;
      this.took = took;
      this.error = error;
    }
  }

  /**
   * Runs the step, again if it did not get a lock, until it takes effect.
   *
   * @param before the rows that go before its own, in the same transaction
   * @return the number of its row, which a new transaction has read back
   */
  long run(Work work, int number, List<HistoryTable.NewRow> before, HistoryTable.NewRow row)
      throws Failure {
    SqlScript.Step step = work.script().steps().get(number - 1);
    long start = System.nanoTime();
    BackOff backOff = new BackOff(ThreadLocalRandom.current());
    StepLimits.Growing limits = StepLimits.first(settings);
    while (true) {
      try {
        long entry = step.java().isPresent()
            ? inJava(work, step, row, limits)
            : step.inTransaction()
                ? inTransaction(work, step, before, row, limits)
                : outside(work, step, before, row);
        guard.done();
        return entry;
      } catch (Failure e) {
        ServerError error = ServerError.of(e.error);
        boolean patient = System.nanoTime() - start < settings.retryFor().toNanos();
        if (!error.isTransient() || !patient) {
          throw e;
        }
        List<Blocker> blockers = blockers(e);
        Log.info(work.id() + ", line " + e.line + ": " + error + Blocker.sentence(blockers)
            + " Trying again.");
        settings.listener().retrying(work.id(), e.line, blockers);
      }
      Pause.millis(backOff.next());
      limits = limits.longer();
    }
  }

  /** Who may hold what the statement wanted; nobody if that is not what went wrong. */
  List<Blocker> blockers(Failure failure) {
    ServerError error = ServerError.of(failure.error);
    if (!error.isTransient() || failure.statement.isEmpty()) {
      return List.of();
    }
    try {
      session.leaveScript();
      return Blocker.of(session, Footprint.of(failure.statement.get().sql()));
    } catch (SQLException e) {
      Log.debug("Who holds the locks could not be read: " + e.getMessage());
      return List.of();
    }
  }

  private long inTransaction(
      Work work,
      SqlScript.Step step,
      List<HistoryTable.NewRow> before,
      HistoryTable.NewRow row,
      StepLimits.Growing growing)
      throws Failure {
    Connection connection = session.connection();
    long start = System.nanoTime();
    Optional<SqlScript.Statement> current = Optional.empty();
    boolean committing = false;
    boolean done = false;
    try {
      boolean changed = false;
      StepLimits limits = null;
      connection.setAutoCommit(false);
      guard.entering(true);
      for (SqlScript.Statement statement : step.statements()) {
        StatementKind kind = StatementKind.of(statement.sql());
        changed |= kind == StatementKind.CATALOG;
        StepLimits next = growing.of(kind, changed);
        Optional<String> entry = Optional.empty();
        if (limits != null) {
          current = Optional.of(statement);
          session.limit(true, limits, next);
        } else if (work.undo() || statement.data().isPresent()) {
          session.enterScript(true, next);
        } else {
          entry = Optional.of(session.entry(true, next));
        }
        current = Optional.of(statement);
        limits = next;
        if (work.undo()) {
          Losses.refuse(session, work, statement, true);
        }
        execute(work.id(), entry, statement);
      }
      committing = true;
      if (!before.isEmpty()) {
        table.append(before, since(start));
      }
      long entry = commit(row, since(start));
      connection.setAutoCommit(true);
      done = true;
      return entry;
    } catch (SQLException e) {
      throw new Failure(step, current, committing, since(start), e);
    } finally {
      if (!done) {
        Session.rollBack(connection);
      }
    }
  }

  /**
   * Each batch is a transaction that keeps its position; the last one has the step's row inside.
   */
  private long inJava(
      Work work, SqlScript.Step step, HistoryTable.NewRow row, StepLimits.Growing growing)
      throws Failure {
    Connection connection = session.connection();
    Positions positions = new Positions(session, work);
    StepLimits limits = growing.of(StatementKind.ROWS, false);
    long start = System.nanoTime();
    boolean committing = false;
    boolean done = false;
    try {
      while (true) {
        committing = false;
        long batchStart = System.nanoTime();
        connection.setAutoCommit(false);
        session.enterScript(true, limits);
        Optional<String> position = positions.find();
        DataStep.Outcome batch = batch(work, step, position);
        settings.listener().statement(work.id(), step.line(), batch.rows(), since(batchStart));
        if (batch.next().isPresent()) {
          positions.set(batch.next().get());
          committing = true;
          connection.commit();
          connection.setAutoCommit(true);
          continue;
        }
        if (position.isPresent()) {
          positions.clear();
        }
        committing = true;
        long entry = commit(row, since(start));
        connection.setAutoCommit(true);
        done = true;
        return entry;
      }
    } catch (SQLException e) {
      throw new Failure(step, Optional.empty(), committing, since(start), e);
    } finally {
      if (!done) {
        Session.rollBack(connection);
      }
    }
  }

  /** The application's code, which may throw what it likes: the step fails of it. */
  private DataStep.Outcome batch(Work work, SqlScript.Step step, Optional<String> position)
      throws SQLException {
    String type = step.java().orElseThrow();
    DataStep.Outcome batch;
    try {
      batch = work.data().orElseThrow().run(session.connection(), position);
    } catch (RuntimeException e) {
      String state = null;
      for (Throwable cause = e; cause != null && state == null; cause = cause.getCause()) {
        state = cause instanceof SQLException sql ? sql.getSQLState() : null;
      }
      throw new SQLException(type + " threw " + e, state, e);
    }
    if (position.isPresent() && batch.next().equals(position)) {
      throw new SQLException(type + " stopped at \"" + position.get()
          + "\", where the batch before it had stopped, and would never end");
    }
    return batch;
  }

  /** Adds the row and commits; with a look at the result between, if that is asked for. */
  private long commit(HistoryTable.NewRow row, Duration took) throws SQLException {
    if (!guard.isDue()) {
      return table.commit(row, took);
    }
    long entry = table.append(row, took);
    guard.leaving(true);
    session.connection().commit();
    table.prove(row);
    return entry;
  }

  private long outside(
      Work work, SqlScript.Step step, List<HistoryTable.NewRow> before, HistoryTable.NewRow row)
      throws Failure {
    Connection connection = session.connection();
    long start = System.nanoTime();
    Optional<SqlScript.Statement> current = Optional.empty();
    boolean committing = false;
    boolean done = false;
    try {
      guard.entering(false);
      for (SqlScript.Statement statement : step.statements()) {
        StatementKind kind = StatementKind.of(statement.sql());
        if (kind == StatementKind.CONCURRENT) {
          session.leaveScript();
          tellOfOldTransactions(work.id(), statement);
        }
        session.enterScript(false, StepLimits.outside(settings, kind));
        current = Optional.of(statement);
        if (work.undo()) {
          Losses.refuse(session, work, statement, false);
        }
        if (statement.dropInvalidIndex().isPresent()) {
          dropInvalidIndex(work.id(), statement.dropInvalidIndex().get());
        }
        long rows = execute(work.id(), Optional.empty(), statement);
        while (statement.repeat() && rows > 0) {
          rows = execute(work.id(), Optional.empty(), statement);
        }
      }
      session.leaveScript();
      committing = true;
      connection.setAutoCommit(false);
      if (!before.isEmpty()) {
        table.append(before, since(start));
      }
      long entry = table.commit(row, since(start));
      connection.setAutoCommit(true);
      done = true;
      guard.leaving(false);
      return entry;
    } catch (SQLException e) {
      throw new Failure(step, current, committing, since(start), e);
    } finally {
      if (!done) {
        Session.rollBack(connection);
      }
    }
  }

  /**
   * One round trip, and never a prepared statement: a question mark is an operator here.
   *
   * @param entry what is to be sent before the statement, together with it
   */
  private long execute(MigrationId migration, Optional<String> entry, SqlScript.Statement script)
      throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      long rows;
      if (script.data().isPresent()) {
        rows = CopyIn.run(session.connection(), script);
      } else {
        // No space between them: the server counts positions from the end of the first.
        statement.execute(entry.map(sql -> sql + ";").orElse("") + script.sql());
        if (entry.isPresent()) {
          session.entered(statement.getResultSet());
          statement.getMoreResults();
        }
        rows = Math.max(0, statement.getLargeUpdateCount());
      }
      settings.listener().statement(migration, script.line(), rows, since(start));
      return rows;
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** A concurrent build waits for every transaction that began before it. */
  private void tellOfOldTransactions(MigrationId migration, SqlScript.Statement statement)
      throws SQLException {
    List<Blocker> old = Blocker.old(session);
    if (!old.isEmpty()) {
      Log.info(migration + ", line " + statement.line() + " waits for older transactions."
          + Blocker.sentence(old));
      settings.listener().retrying(migration, statement.line(), old);
    }
  }

  private void dropInvalidIndex(MigrationId migration, String index) throws SQLException {
    for (String name : session.invalidIndexes(index)) {
      try (Statement statement = session.connection().createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
      }
      String note = migration
          + ": dropped index "
          + name
          + ", which an interrupted build had left invalid, to build it again.";
      Log.info(note);
      notes.add(note);
    }
  }

  /** Records a failure in a transaction of its own; what fails here must not hide the failure. */
  void recordFailure(HistoryTable.NewRow row, Failure failure) {
    try {
      session.leaveScript();
      table.append(row, failure.took);
    } catch (SQLException e) {
      failure.error.addSuppressed(e);
    }
  }
}
