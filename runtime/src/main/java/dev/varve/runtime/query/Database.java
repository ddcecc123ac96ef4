package dev.varve.runtime.query;

import java.sql.Connection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Where an application's statements start. Each statement takes a connection, commits by itself and
 * gives the connection back; {@link #inTransaction} holds one for several.
 *
 * <p>It keeps no state: any number of threads may use it at once. Inside a transaction use the
 * transaction's handle; the database would take a second connection, and see nothing of what the
 * transaction has done, and so refuses.
 */
public final class Database extends Operations {
  private static final long LONGEST_PAUSE = 1_000;

  private final DataSource dataSource;
  private final QueryListener[] listeners;

  private Database(DataSource dataSource, QueryListener[] listeners) {
    this.dataSource = dataSource;
    this.listeners = listeners;
  }

  /** The listeners hear of every statement, in this order. */
  public static Database of(DataSource dataSource, QueryListener... listeners) {
    return new Database(dataSource, listeners.clone());
  }

  DataSource dataSource() {
    return dataSource;
  }

  QueryListener[] listeners() {
    return listeners;
  }

  /** Runs the work in a transaction: commits when it returns, rolls back when it throws. */
  public <X, E extends Exception> X inTransaction(Work<X, E> work) throws E {
    return inTransaction(TransactionOptions.DEFAULT, work);
  }

  /** Runs the work in a transaction: commits when it returns, rolls back when it throws. */
  public <X, E extends Exception> X inTransaction(TransactionOptions options, Work<X, E> work)
      throws E {
    Lease.Deadline deadline = options.deadline();
    for (int attempt = 0; ; attempt++) {
      try (Lease lease = new Lease(this)) {
        return lease.inTransaction(options, deadline, work);
      } catch (Exception e) {
        if (attempt >= options.retries() || !QueryException.isTransient(e) || !pause(attempt, e)) {
          throw e;
        }
      }
    }
  }

  /** From about 10 ms to a second, doubling, and never the same for two that met each other. */
  private static boolean pause(int attempt, Exception reason) {
    long longest = Math.min(LONGEST_PAUSE, 10L << Math.min(attempt, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason.addSuppressed(e);
      return false;
    }
  }

  /**
   * Runs the work in the transaction that somebody else has begun on this connection, and leaves it
   * open: for code inside a framework's transaction, or inside a migration. What the work throws
   * reaches that somebody, who rolls back.
   *
   * @param connection one whose transaction is open, and which nothing else uses meanwhile
   */
  public <X, E extends Exception> X within(Connection connection, Work<X, E> work) throws E {
    try (Lease lease = new Lease(this, connection)) {
      return lease.within(work);
    }
  }

  /** {@link #inTransaction(Work)} for work that gives nothing. */
  public <E extends Exception> void runInTransaction(Work.Silent<E> work) throws E {
    runInTransaction(TransactionOptions.DEFAULT, work);
  }

  /** {@link #inTransaction(TransactionOptions, Work)} for work that gives nothing. */
  public <E extends Exception> void runInTransaction(
      TransactionOptions options, Work.Silent<E> work) throws E {
    this.<Boolean, E>inTransaction(options, transaction -> {
      work.in(transaction);
      return true;
    });
  }

  @Override
  <X> X run(String sql, Binder values, Fetch<X> fetch) {
    try (Lease lease = new Lease(this)) {
      return lease.alone(sql, values, fetch);
    }
  }

  @Override
  <X> X atomically(Function<Transaction, X> work) {
    return inTransaction(TransactionOptions.ONE_CALL, work::apply);
  }
}
