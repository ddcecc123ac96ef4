package dev.varve.runtime.migrate.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Waits for the moment to strike. Half of the rounds strike at a random time after it has a
 * connection, the others at a random time after the run has come to one of the four moments; in either case what
 * counts is what the server says that the victim does right before the blow.
 */
final class Ambush {
  static final String VICTIM = "victim";

  private final Random random;
  private final Map<Moment, Integer> hits = new EnumMap<>(Moment.class);
  private final long whole;
  private final Map<Moment, Long> windows;

  /**
   * @param whole how long a run takes, in milliseconds
   * @param windows how long each moment lasts, in milliseconds
   */
  Ambush(long seed, long whole, Map<Moment, Long> windows) {
    this.random = new Random(seed);
    this.whole = Math.max(1, whole);
    this.windows = windows;
    for (Moment moment : Moment.values()) {
      hits.put(moment, 0);
    }
  }

  /** How long the victim's moments last in an undisturbed run. */
  static Map<Moment, Long> windows(DataSource watching, BooleanSupplier running)
      throws SQLException, InterruptedException {
    Map<Moment, Long> windows = new EnumMap<>(Moment.class);
    try (Connection connection = watching.getConnection()) {
      while (running.getAsBoolean()) {
        windows.merge(look(connection), 3L, Long::sum);
        Thread.sleep(2);
      }
    }
    return windows;
  }

  /** Waits, strikes, and counts. */
  Moment strike(int round, DataSource watching, BooleanSupplier running, Blow blow)
      throws Exception {
    try (Connection connection = watching.getConnection()) {
      Moment target = Moment.values()[(round / 2) % 4];
      if (round % 2 == 0) {
        while (running.getAsBoolean() && !isThere(connection)) {
          Thread.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt((int) whole));
      } else {
        long times = 1 + random.nextInt(target == Moment.COMMIT ? 5 : 1);
        while (running.getAsBoolean() && times > 0) {
          if (look(connection) == target) {
            times--;
            if (times > 0) {
              while (running.getAsBoolean() && look(connection) == target) {
                Thread.sleep(1);
              }
            }
          }
          Thread.sleep(1);
        }
        long window = windows.getOrDefault(target, 4L) / (target == Moment.COMMIT ? 6 : 2);
        TimeUnit.MILLISECONDS.sleep(random.nextInt((int) Math.max(1, window)));
      }
      Moment at = running.getAsBoolean() ? look(connection) : Moment.OTHER;
      blow.fall();
      hits.merge(at, 1, Integer::sum);
      return at;
    }
  }

  /** Kills, cuts or stops. */
  interface Blow {
    void fall() throws Exception;
  }

  Map<Moment, Integer> hits() {
    return hits;
  }

  /** {@code index build 20, backfill 31, …}. */
  String counts() {
    StringBuilder text = new StringBuilder();
    hits.forEach((moment, count) ->
        text.append(text.length() == 0 ? "" : ", ").append(moment).append(' ').append(count));
    return text.toString();
  }

  /** A run that has no connection yet is not one: it ends when it gets none. */
  private static boolean isThere(Connection connection) throws SQLException {
    String sql = "SELECT FROM pg_stat_activity WHERE application_name = '" + VICTIM
        + "' AND datname = current_database()";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  private static Moment look(Connection connection) throws SQLException {
    String sql = "SELECT state, query FROM pg_stat_activity WHERE application_name = '" + VICTIM
        + "' AND datname = current_database() ORDER BY backend_start DESC LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Moment.of(String.valueOf(row.getString(1)), String.valueOf(row.getString(2)))
          : Moment.OTHER;
    }
  }
}
