package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
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
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** What {@code timestamptz} understands, until the server has told its time. */
  private static final String NOW = "now";

  private final Session session;
  private final HistoryTable table;
  private final Settings settings;
  private final List<String> notes;

  StepRunner(Session session, HistoryTable table, Settings settings, List<String> notes) {
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
    final String startedAt;
    final SQLException error;

    Failure(
        SqlScript.Step step,
        Optional<SqlScript.Statement> statement,
        boolean committing,
        String startedAt,
        SQLException error) {
      super(error);
      this.committing = committing;
      this.inTransaction = step.inTransaction();
      int position = committing ? 0 : ServerError.of(error).position();
      this.line = statement.map(failed -> failed.lineAt(position)).orElse(step.line());
      this.startedAt = startedAt;
      this.error = error;
    }
  }

  /**
   * Runs the step, again if it did not get a lock, until it takes effect.
   *
   * @return the number of its row, which a new transaction has read back
   */
  long run(MigrationId migration, SqlScript.Step step, HistoryTable.NewRow row) throws Failure {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    long lockTimeout = Math.max(1, settings.lockTimeout().toMillis() / 10);
    while (true) {
      try {
        return step.inTransaction()
            ? inTransaction(migration, step, row, lockTimeout)
            : outside(migration, step, row);
      } catch (Failure e) {
        boolean patient = System.nanoTime() - start < settings.retryFor().toNanos();
        if (!ServerError.of(e.error).isTransient() || !patient) {
          throw e;
        }
        Log.info(
            migration + ", line " + e.line + ": " + ServerError.of(e.error) + " Trying again.");
      }
      Pause.millis(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      lockTimeout = Math.min(lockTimeout * 2, settings.lockTimeout().toMillis());
    }
  }

  private long inTransaction(
      MigrationId migration, SqlScript.Step step, HistoryTable.NewRow row, long lockTimeout)
      throws Failure {
    Connection connection = session.connection();
    String startedAt = NOW;
    Optional<SqlScript.Statement> current = Optional.empty();
    boolean committing = false;
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      startedAt = session.enterScript(true, lockTimeout, 0);
      for (SqlScript.Statement statement : step.statements()) {
        current = Optional.of(statement);
        execute(migration, statement);
      }
      committing = true;
      long entry = table.append(row, startedAt);
      connection.commit();
      connection.setAutoCommit(true);
      done = true;
      return proven(entry);
    } catch (SQLException e) {
      throw new Failure(step, current, committing, startedAt, e);
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
  }

  private long outside(MigrationId migration, SqlScript.Step step, HistoryTable.NewRow row)
      throws Failure {
    String startedAt = NOW;
    Optional<SqlScript.Statement> current = Optional.empty();
    boolean committing = false;
    try {
      startedAt = session.enterScript(false, 0, 0);
      for (SqlScript.Statement statement : step.statements()) {
        current = Optional.of(statement);
        if (statement.dropInvalidIndex().isPresent()) {
          dropInvalidIndex(migration, statement.dropInvalidIndex().get());
        }
        long rows = execute(migration, statement);
        while (statement.repeat() && rows > 0) {
          rows = execute(migration, statement);
        }
      }
      session.leaveScript();
      committing = true;
      return proven(table.append(row, startedAt));
    } catch (SQLException e) {
      throw new Failure(step, current, committing, startedAt, e);
    }
  }

  /** A driver may report a COMMIT as done that the server answered with ROLLBACK. */
  private long proven(long entry) throws SQLException {
    if (!table.contains(entry)) {
      throw new SQLException("the server did not keep what was committed", "40003");
    }
    return entry;
  }

  /** One round trip, and never a prepared statement: a question mark is an operator here. */
  private long execute(MigrationId migration, SqlScript.Statement script) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      long rows;
      if (script.data().isPresent()) {
        rows = CopyIn.run(session.connection(), script);
      } else {
        statement.execute(script.sql());
        rows = Math.max(0, statement.getLargeUpdateCount());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      settings.listener().statement(migration, script.line(), rows, took);
      return rows;
    }
  }

  private void dropInvalidIndex(MigrationId migration, String index) throws SQLException {
    String sql = """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
          FROM pg_catalog.pg_index AS i
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE i.indexrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)
           AND NOT i.indisvalid
        """;
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      statement.setString(1, index);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    for (String name : found) {
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

  /** If the connection is lost the server rolls back by itself. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      Log.debug("ROLLBACK was not answered: " + e.getMessage());
    }
  }

  /** Records a failure in a transaction of its own; what fails here must not hide the failure. */
  void recordFailure(HistoryTable.NewRow row, Failure failure) {
    try {
      session.leaveScript();
      table.append(row, failure.startedAt);
    } catch (SQLException e) {
      failure.error.addSuppressed(e);
    }
  }
}
