package dev.varve.runtime.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Where an application's statements start. Each statement takes a connection, commits by itself and
 * gives the connection back; {@link #inTransaction} holds one for several.
 *
 * <p>It keeps no state: any number of threads may use it at once. Inside a transaction use the
 * transaction's handle; the database would take a second connection, and see nothing of what the
 * transaction has done.
 */
public final class Database extends Operations {
  private final DataSource dataSource;

  private Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public static Database of(DataSource dataSource) {
    return new Database(dataSource);
  }

  /** Runs the work in a transaction: commits when it returns, rolls back when it throws. */
  public <X, E extends Exception> X inTransaction(Work<X, E> work) throws E {
    return inTransaction(TransactionOptions.DEFAULT, work);
  }

  /** Runs the work in a transaction: commits when it returns, rolls back when it throws. */
  public <X, E extends Exception> X inTransaction(TransactionOptions options, Work<X, E> work)
      throws E {
    try (Lease lease = new Lease(dataSource)) {
      return lease.inTransaction(options, work);
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
    try (Lease lease = new Lease(dataSource)) {
      return lease.alone(sql, connection -> execute(connection, sql, values, fetch));
    }
  }

  @Override
  <X> X atomically(Function<Operations, X> work) {
    return inTransaction(work::apply);
  }

  static <X> X execute(Connection connection, String sql, Binder values, Fetch<X> fetch)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      values.bind(statement);
      return fetch.from(statement);
    }
  }
}
