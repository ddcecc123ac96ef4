package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Finds out what a pooler between us and the server does, if there is one.
 *
 * <p>A pooler gives its clients process numbers of its own, in every mode. In session mode the
 * server process behind a connection stays; in transaction mode an idle connection has none, and
 * whoever begins a transaction next gets the one that was used last. So a second connection begins
 * one, and if it finds itself at our process, or we find ourselves at another, no lock lasts.
 */
final class Pooler {
  private static final int LOOKS = 3;
  private static final long PATIENCE_SECONDS = 10;

  private Pooler() {}

  /**
   * Looks, if the process numbers show a pooler.
   *
   * @throws MigrationException.Unsuitable if it does not keep the server process, or if that cannot
   *     be seen
   */
  static void check(Session session, DataSource dataSource) throws SQLException {
    if (!session.isPooled()) {
      return;
    }
    for (int i = 0; i < LOOKS; i++) {
      if (!stays(session, dataSource)) {
        throw new MigrationException.Unsuitable(Session.POOLED + " Nothing was changed.");
      }
    }
  }

  private static boolean stays(Session session, DataSource dataSource) throws SQLException {
    try (Connection other = second(dataSource)) {
      other.setAutoCommit(false);
      int theirs = process(other);
      int ours = process(session.connection());
      other.rollback();
      return ours == session.process() && theirs != ours;
    } catch (SQLException e) {
      if (session.connection().isClosed() || !session.connection().isValid(5)) {
        throw e;
      }
      Log.debug("The second connection did not work: " + e.getMessage());
      return false; // statement mode knows no transactions
    }
  }

  /** A pool that has no second connection makes its caller wait. */
  private static Connection second(DataSource dataSource) throws SQLException {
    CompletableFuture<Connection> connecting = new CompletableFuture<>();
    Thread thread = new Thread(
        () -> {
          try {
            Connection connection = dataSource.getConnection();
            if (!connecting.complete(connection)) {
              connection.close();
            }
          } catch (SQLException | RuntimeException e) {
            connecting.completeExceptionally(e);
          }
        },
        "varve-pooler-check");
    thread.setDaemon(true);
    thread.start();
    try {
      return connecting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException.Interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      connecting.cancel(false);
      throw new MigrationException.Unsuitable(
          "The connection goes through a pooler, and without a second connection, which was not to"
              + " be had, nobody can tell whether it keeps the server process between transactions."
              + " Nothing was changed. Give migrate a direct connection.");
    }
  }

  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
