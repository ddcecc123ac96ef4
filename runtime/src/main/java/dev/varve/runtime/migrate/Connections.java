package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Takes connections, and another one when one is lost: what is in the database says where to go on,
 * so that is always safe.
 */
final class Connections {
  /** A statement that loses its connection so often is what kills it. */
  private static final int LOSSES_AT_ONE_PLACE = 3;

  private final DataSource dataSource;
  private final Settings settings;

  Connections(DataSource dataSource, Settings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
  }

  /** Something to do with a session. */
  interface Action<R> {
    R with(Session session, HistoryTable table) throws SQLException;
  }

  /** Something to ask before a connection's settings are touched. */
  interface Question {
    boolean ask(Connection connection) throws SQLException;
  }

  /** Does it with one connection. */
  <R> R once(String doing, Action<R> action) {
    try {
      return connected(connection -> false, action).orElseThrow();
    } catch (NoConnection e) {
      throw e.told(doing);
    } catch (SQLException e) {
      throw new MigrationException.Server(doing, ServerError.of(e), e);
    }
  }

  /**
   * Does it, again from its start if the connection is lost, unless the question has a yes for an
   * answer.
   */
  void persistently(String doing, Question done, Action<Boolean> action) {
    long start = System.nanoTime();
    BackOff backOff = new BackOff(ThreadLocalRandom.current());
    Map<String, Integer> losses = new HashMap<>();
    boolean connectedBefore = false;
    while (true) {
      MigrationException lost;
      String place;
      try {
        connected(done, action);
        return;
      } catch (MigrationException.Failed e) {
        if (!e.isConnectionLost()) {
          throw e;
        }
        connectedBefore = true;
        place = e.migration() + ":" + e.line();
        lost = e;
      } catch (NoConnection e) {
        lost = e.told(doing);
        if (!connectedBefore || !ServerError.of(e.reason).isDisconnect()) {
          throw lost;
        }
        place = "";
      } catch (SQLException e) {
        ServerError error = ServerError.of(e);
        lost = new MigrationException.Server(doing, error, e);
        if (!error.isDisconnect()) {
          throw lost;
        }
        connectedBefore = true;
        place = "between";
      }
      if (!place.isEmpty() && losses.merge(place, 1, Integer::sum) >= LOSSES_AT_ONE_PLACE
          || System.nanoTime() - start >= settings.retryFor().toNanos()) {
        throw lost;
      }
      Log.info("The connection was lost, and is made again: " + lost.getMessage());
      Pause.millis(backOff.next());
    }
  }

  /** The data source gave no connection. */
  private static final class NoConnection extends SQLException {
    private static final long serialVersionUID = 1;
    private final SQLException reason;

    NoConnection(SQLException reason) {
      super(reason);
      this.reason = reason;
    }

    MigrationException told(String doing) {
      return new MigrationException.Server(doing, ServerError.of(reason), reason);
    }
  }

  private Connection connect() throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new NoConnection(e);
    }
  }

  private <R> Optional<R> connected(Question done, Action<R> action) throws SQLException {
    try (Connection connection = connect()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        if (done.ask(connection)) {
          return Optional.empty();
        }
        try (Session session = Session.open(connection, dataSource)) {
          return Optional.of(action.with(session, new HistoryTable(connection, session.schema())));
        }
      } finally {
        restore(connection, autoCommit);
      }
    }
  }

  private static void restore(Connection connection, boolean autoCommit) throws SQLException {
    if (!autoCommit && !connection.isClosed()) {
      connection.setAutoCommit(false);
    }
  }
}
