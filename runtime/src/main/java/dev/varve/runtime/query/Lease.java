package dev.varve.runtime.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * One connection, from the pool and back. Whatever happens between, it goes back without an open
 * transaction and with autocommit as it came; where that cannot be done, it is aborted first, so
 * that nobody gets it as it is.
 *
 * <p>As a reference it points to the thread that runs a statement on the connection; every statement
 * makes a lease, and one object takes less than three.
 */
final class Lease extends AtomicReference<@Nullable Thread> implements AutoCloseable {
  private static final long serialVersionUID = 1;

  /** Not every JVM has a Flight Recorder. */
  static final boolean RECORDER = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

  private final transient Database database;
  private final transient Connection connection;
  private final transient @Nullable BaseConnection driver;
  private final boolean borrowed;
  private final transient Thread owner = Thread.currentThread();

  /** In the list of {@link Watch}, which guards it. */
  transient @Nullable Lease next;

  /** A transaction of the application's, and not one that a single call of it needs. */
  private boolean explicit;

  private boolean copying;
  private transient volatile @Nullable Deadline deadline;
  private volatile long cancelledAt;

  /** A connection of the database's pool. */
  Lease(Database database) {
    requireNone(database);
    this.database = database;
    this.borrowed = false;
    Watch.start();
    try {
      connection = database.dataSource().getConnection();
    } catch (SQLException e) {
      throw new QueryException("No connection to the database: " + e.getMessage(), null, e, false);
    }
    driver = driver(connection);
    Watch.add(this);
  }

  /** A connection of somebody else's, in whose transaction it stays. */
  Lease(Database database, Connection connection) {
    requireNone(database);
    this.database = database;
    this.borrowed = true;
    this.connection = connection;
    this.driver = driver(connection);
    Watch.start();
    Watch.add(this);
  }

  private void requireNone(Database database) {
    if (Watch.isInTransaction(owner, database)) {
      throw new StatementException("This thread is in a transaction of this database. Use the"
          + " handle that its block was given: the database would take a second connection, and"
          + " wait for itself where the pool has no other or the transaction holds a lock. What"
          + " is to be committed by itself goes through another Database.of(dataSource).");
    }
  }

  /** From a pool that does not show the driver's connections no statement can be cancelled. */
  private static @Nullable BaseConnection driver(Connection connection) {
    try {
      return connection.isWrapperFor(BaseConnection.class)
          ? connection.unwrap(BaseConnection.class)
          : null;
    } catch (SQLException | RuntimeException e) {
      return null;
    }
  }

  Thread owner() {
    return owner;
  }

  boolean isTransactionOf(Database other) {
    return explicit && database == other;
  }

  Connection connection() {
    return connection;
  }

  /** Runs one statement that is a transaction by itself. */
  <X> X alone(String sql, Binder values, Fetch<X> fetch) {
    if (isAutoCommit(sql)) {
      return execute(sql, values, fetch);
    }
    // A pool that hands out connections with autocommit off.
    try {
      X result = execute(sql, values, fetch);
      end(false);
      return result;
    } catch (Throwable t) {
      rollBack(t);
      throw t;
    }
  }

  <X, E extends Exception> X inTransaction(
      TransactionOptions options, @Nullable Deadline limit, Work<X, E> work) throws E {
    boolean autoCommit = begin();
    Transaction transaction = new Transaction(this);
    boolean interrupted = false;
    boolean ended = false;
    deadline = limit;
    explicit = options != TransactionOptions.ONE_CALL;
    try {
      options.begin(this);
      X result = work.in(transaction);
      transaction.close();
      transaction.requireNoFailure();
      requireTime();
      // A virtual thread that is interrupted closes the socket that it uses.
      interrupted = Thread.interrupted();
      end(transaction.isRollbackOnly());
      ended = true;
      restore(autoCommit);
      return result;
    } catch (Throwable t) {
      interrupted |= Thread.interrupted();
      transaction.close();
      if (!ended) {
        rollBack(t);
        restore(autoCommit, t);
      }
      throw t;
    } finally {
      explicit = false;
      deadline = null;
      if (interrupted) {
        owner.interrupt();
      }
    }
  }

  /** Runs the work in the transaction that is open, and does not end it. */
  <X, E extends Exception> X within(Work<X, E> work) throws E {
    Transaction transaction = new Transaction(this);
    explicit = true;
    try {
      X result = work.in(transaction);
      transaction.requireNoFailure();
      if (transaction.isRollbackOnly()) {
        throw new StatementException("This transaction is somebody else's, who is to roll it back:"
            + " throw an exception instead of rollbackOnly().");
      }
      return result;
    } finally {
      transaction.close();
      explicit = false;
    }
  }

  /** Runs a statement on this connection, whatever transaction it is in. */
  <X> X execute(String sql, Binder values, Fetch<X> fetch) {
    boolean outermost = enter(sql);
    Observation observation = Observation.start(database, sql, values);
    Throwable failure = null;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      values.bind(statement);
      X result = fetch.from(statement);
      if (observation != null) {
        observation.rows(fetch.rows(result));
      }
      return result;
    } catch (SQLException e) {
      QueryException told = failure(sql, values, e);
      failure = told;
      throw told;
    } catch (RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      leave(outermost);
      if (observation != null) {
        observation.end(failure);
      }
    }
  }

  /** While a COPY runs on this connection, nothing else can. */
  <X> X copying(Fetch<X> copy, PreparedStatement statement) throws SQLException {
    copying = true;
    try {
      return copy.from(statement);
    } finally {
      copying = false;
    }
  }

  private boolean enter(String sql) {
    Thread current = Thread.currentThread();
    requireTime();
    if (current.isInterrupted()) {
      throw new QueryException("The thread is interrupted; nothing was sent.", sql, null, false);
    }
    if (compareAndSet(null, current)) {
      cancelledAt = 0;
      return true;
    }
    Watch.await();
    if (get() != current) {
      throw new StatementException("Another thread runs a statement in this transaction. One thread"
          + " at a time may use it: give each thread a transaction of its own.");
    }
    if (copying) {
      throw new StatementException(
          "A COPY runs in this transaction, and until it has ended its"
              + " connection takes no other statement. Collect the rows first, or read them by stream(…).");
    }
    return false;
  }

  private void leave(boolean outermost) {
    if (outermost) {
      while (!compareAndSet(Thread.currentThread(), null)) {
        Watch.await();
      }
    }
  }

  private QueryException failure(String sql, Binder values, SQLException cause) {
    Deadline limit = deadline;
    if (Thread.currentThread().isInterrupted()) {
      cancelClosed(cause);
      return new QueryException(
          "The thread was interrupted; the statement was cancelled on the server.",
          sql,
          cause,
          values.isSensitive());
    }
    if (limit != null && cancelledAt != 0) {
      return new QueryException(
          limit.message() + " The statement was cancelled on the server.",
          sql,
          cause,
          values.isSensitive());
    }
    return QueryException.of(sql, values, cause);
  }

  /**
   * The socket of an interrupted virtual thread is closed at once, which the server does not notice
   * while it computes.
   */
  private void cancelClosed(SQLException cause) {
    boolean interrupted = Thread.interrupted();
    try {
      if (driver != null && driver.isClosed()) {
        driver.getQueryExecutor().sendQueryCancel();
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether a statement runs that should be cancelled, again if it was not heard. */
  boolean isOverdue() {
    Thread thread = get();
    Deadline limit = deadline;
    return thread != null
        && (thread.isInterrupted() || limit != null && limit.isOver())
        && (cancelledAt == 0 || System.nanoTime() - cancelledAt > AGAIN);
  }

  /** Called by the watch, whose lock is waited for before the statement counts as ended. */
  void cancel() {
    Thread thread = get();
    if (driver != null
        && thread != null
        && isOverdue()
        && compareAndSet(thread, Thread.currentThread())) {
      try {
        cancelledAt = Math.max(1, System.nanoTime());
        driver.getQueryExecutor().sendQueryCancel();
      } catch (SQLException e) {
        // The server was not reached; the next look tries again.
        cancelledAt = 0;
      } finally {
        set(thread);
      }
    }
  }

  /** Between the rows of a stream. */
  void requireUncancelled() {
    if (Thread.currentThread().isInterrupted()) {
      throw new QueryException(
          "The thread was interrupted; no more rows are read.", null, null, false);
    }
    requireTime();
  }

  private void requireTime() {
    Deadline limit = deadline;
    if (limit != null && limit.isOver()) {
      throw new QueryException(limit.message() + " It is rolled back.", null, null, false);
    }
  }

  private boolean isAutoCommit(String sql) {
    try {
      return connection.getAutoCommit();
    } catch (SQLException e) {
      throw QueryException.of(sql, Binder.NONE, e);
    }
  }

  private boolean begin() {
    boolean autoCommit = isAutoCommit("BEGIN");
    try {
      connection.setAutoCommit(false);
      return autoCommit;
    } catch (SQLException e) {
      QueryException failure = QueryException.of("BEGIN", Binder.NONE, e);
      restore(autoCommit, failure);
      throw failure;
    }
  }

  private void end(boolean rollback) {
    try {
      if (rollback) {
        connection.rollback();
      } else {
        connection.commit();
      }
    } catch (SQLException e) {
      throw QueryException.ofEnd(rollback ? "ROLLBACK" : "COMMIT", e);
    }
  }

  private void rollBack(Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      discard(reason, e);
    }
  }

  private void restore(boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      QueryException failure = new QueryException(
          "The transaction has ended as it should, but its connection cannot be reset: "
              + e.getMessage(),
          null,
          e,
          false);
      discard(failure, e);
      throw failure;
    }
  }

  private void restore(boolean autoCommit, Throwable reason) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      discard(reason, e);
    }
  }

  /** Ends the session itself: nobody knows what state it is in. */
  private void discard(Throwable reason, SQLException why) {
    if (reason.getCause() != why) {
      reason.addSuppressed(why);
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    Watch.remove(this);
    if (borrowed) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw new QueryException(
          "The statements have run, but their connection could not be given back: "
              + e.getMessage(),
          null,
          e,
          false);
    }
  }

  /** Until when a transaction has to end. */
  record Deadline(long nanoTime, Duration time) {
    static Deadline in(Duration time) {
      return new Deadline(System.nanoTime() + time.toNanos(), time);
    }

    boolean isOver() {
      return System.nanoTime() - nanoTime > 0;
    }

    String message() {
      return "The transaction has not ended within its time (" + time + ").";
    }
  }
}
