package dev.varve.runtime.query;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One connection, from the pool and back. Whatever happens between, it goes back without an open
 * transaction and with autocommit as it came.
 */
final class Lease implements AutoCloseable {
  private final Connection connection;

  Lease(DataSource dataSource) {
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw new QueryException("No connection to the database: " + e.getMessage(), e);
    }
  }

  interface Task<X> {
    X on(Connection connection) throws SQLException;
  }

  /** Runs one statement that is a transaction by itself. */
  <X> X alone(String sql, Task<X> task) {
    try {
      return connection.getAutoCommit() ? task.on(connection) : committed(task);
    } catch (SQLException e) {
      throw QueryException.of(sql, e);
    }
  }

  /** For a pool that hands out connections with autocommit off. */
  private <X> X committed(Task<X> task) throws SQLException {
    try {
      X result = task.on(connection);
      connection.commit();
      return result;
    } catch (Throwable t) {
      rollBack(t);
      throw t;
    }
  }

  <X, E extends Exception> X inTransaction(TransactionOptions options, Work<X, E> work) throws E {
    boolean autoCommit = begin();
    Transaction transaction = new Transaction(connection);
    try {
      options.sql().ifPresent(this::execute);
      X result = work.in(transaction);
      transaction.close();
      transaction.requireNoFailure();
      end(transaction);
      restore(autoCommit);
      return result;
    } catch (Throwable t) {
      transaction.close();
      rollBack(t);
      restore(autoCommit, t);
      throw t;
    }
  }

  private boolean begin() {
    try {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      return autoCommit;
    } catch (SQLException e) {
      throw QueryException.of("BEGIN", e);
    }
  }

  private void execute(String sql) {
    try {
      Database.execute(connection, sql, statement -> {}, Fetch.CHANGED);
    } catch (SQLException e) {
      throw QueryException.of(sql, e);
    }
  }

  private void end(Transaction transaction) {
    try {
      if (transaction.isRollbackOnly()) {
        connection.rollback();
      } else {
        connection.commit();
      }
    } catch (SQLException e) {
      throw QueryException.of(transaction.isRollbackOnly() ? "ROLLBACK" : "COMMIT", e);
    }
  }

  private void rollBack(Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private void restore(boolean autoCommit) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      throw new QueryException(
          "The transaction has ended, but its connection cannot be reset: " + e.getMessage(), e);
    }
  }

  private void restore(boolean autoCommit, Throwable reason) {
    try {
      connection.setAutoCommit(autoCommit);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new QueryException("A connection could not be given back: " + e.getMessage(), e);
    }
  }
}
