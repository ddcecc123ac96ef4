package dev.varve.runtime.query;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, or a savepoint within one, for as long as its work runs.
 *
 * <p>One thread may use it at a time. After its work has ended, and while the work of a savepoint
 * inside it runs, every use of it is a {@link StatementException}.
 */
public final class Transaction extends Operations {
  private final Lease lease;
  private State state = State.OPEN;
  private boolean rollbackOnly;
  private @Nullable QueryException failure;

  private enum State {
    OPEN,
    COVERED,
    CLOSED
  }

  Transaction(Lease lease) {
    this.lease = lease;
  }

  /** Runs the work in a savepoint: keeps what it did when it returns, takes it back on a throw. */
  public <X, E extends Exception> X inSavepoint(Work<X, E> work) throws E {
    requireOpen();
    Savepoint savepoint = set();
    Transaction inside = new Transaction(lease);
    state = State.COVERED;
    boolean interrupted = false;
    try {
      X result = work.in(inside);
      inside.close();
      inside.requireNoFailure();
      end(savepoint, inside.rollbackOnly);
      return result;
    } catch (Throwable t) {
      // A virtual thread that is interrupted closes the socket that it uses.
      interrupted = Thread.interrupted();
      inside.close();
      rollBack(savepoint, t);
      throw t;
    } finally {
      state = State.OPEN;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@link #inSavepoint} for work that gives nothing. */
  public <E extends Exception> void runInSavepoint(Work.Silent<E> work) throws E {
    this.<Boolean, E>inSavepoint(inside -> {
      work.in(inside);
      return true;
    });
  }

  /** Decides that nothing of this is kept: when the work returns, it is rolled back. */
  public void rollbackOnly() {
    requireOpen();
    rollbackOnly = true;
  }

  boolean isRollbackOnly() {
    return rollbackOnly;
  }

  void close() {
    state = State.CLOSED;
  }

  @Override
  <X> X run(String sql, Binder values, Fetch<X> fetch) {
    requireOpen();
    try {
      return lease.execute(sql, values, fetch);
    } catch (QueryException e) {
      if (e.sqlState().isPresent() && failure == null) {
        failure = e;
      }
      throw e;
    }
  }

  /**
   * After an error the server keeps nothing of a transaction, and its answer to COMMIT is no error;
   * so work that caught the error and returned as if nothing had happened is told here.
   */
  void requireNoFailure() {
    if (failure != null && !rollbackOnly) {
      throw new QueryException(
          "A statement failed and its error was caught, but the server keeps nothing of a"
              + " transaction or savepoint after an error: it was rolled back. To go on after an"
              + " error, run the statement in a savepoint. The error: "
              + failure.getMessage(),
          failure);
    }
  }

  @Override
  <X> X atomically(Function<Transaction, X> work) {
    return work.apply(this);
  }

  Lease lease() {
    return lease;
  }

  private void requireOpen() {
    if (state == State.CLOSED) {
      throw new StatementException(
          "This transaction or savepoint has ended. Use the handle of the block that is running,"
              + " or the database.");
    }
    if (state == State.COVERED) {
      throw new StatementException(
          "A savepoint of this transaction is open. Inside its block use the handle that the block"
              + " was given.");
    }
  }

  private Savepoint set() {
    try {
      return lease.connection().setSavepoint();
    } catch (SQLException e) {
      throw QueryException.of("SAVEPOINT", Binder.NONE, e);
    }
  }

  private void end(Savepoint savepoint, boolean rollback) {
    try {
      if (rollback) {
        lease.connection().rollback(savepoint);
      }
      lease.connection().releaseSavepoint(savepoint);
    } catch (SQLException e) {
      throw QueryException.of("RELEASE SAVEPOINT", Binder.NONE, e);
    }
  }

  private void rollBack(Savepoint savepoint, Throwable reason) {
    try {
      lease.connection().rollback(savepoint);
      lease.connection().releaseSavepoint(savepoint);
    } catch (SQLException e) {
      reason.addSuppressed(e);
      // What the savepoint did may still be there: nothing of this is to be kept.
      failure =
          failure == null ? QueryException.of("ROLLBACK TO SAVEPOINT", Binder.NONE, e) : failure;
    }
  }
}
