package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The advisory lock under which one applier at a time works on a schema.
 *
 * <p>It belongs to the session, so a dead applier leaves nothing behind. It is polled for: a
 * session that waits inside {@code pg_advisory_lock} holds a snapshot, and a concurrent index build
 * of the holder waits for that snapshot, so that the two deadlock.
 */
final class MigrationLock implements AutoCloseable {
  /** The two-key form has a key space of its own; this is "VRVE". */
  private static final int CLASS = 0x56525645;

  private static final long POLL_MILLIS = 100;
  private static final Duration TELL_EVERY = Duration.ofSeconds(30);

  private final Connection connection;
  private final int key;

  private MigrationLock(Connection connection, int key) {
    this.connection = connection;
    this.key = key;
  }

  /**
   * Takes the lock, polling.
   *
   * @throws MigrationException.Locked if it is not free within the limit
   */
  static MigrationLock acquire(Session session, Settings settings) throws SQLException {
    Duration limit = settings.waitForLock();
    MigrationLock lock = new MigrationLock(session.connection(), key(session.schema()));
    long start = System.nanoTime();
    long tellAt = 0;
    while (!lock.call("pg_try_advisory_lock")) {
      long waited = System.nanoTime() - start;
      if (waited > limit.toNanos()) {
        throw new MigrationException.Locked(
            session.schema(), Duration.ofNanos(waited), lock.holder());
      }
      if (waited >= tellAt) {
        tellAt = waited + TELL_EVERY.toNanos();
        Optional<MigrationException.Locked.Holder> holder = lock.holder();
        if (holder.isPresent()) {
          Log.info("Waiting for another process that migrates: " + holder.get() + ".");
          settings.listener().waiting(holder.get(), Duration.ofNanos(waited));
        }
      }
      Pause.millis(POLL_MILLIS / 2 + ThreadLocalRandom.current().nextLong(POLL_MILLIS));
    }
    return lock;
  }

  /** What a plan does instead of {@link #acquire}. */
  static String text(String schema) {
    return """
        DO $lock$
        BEGIN
          IF NOT pg_catalog.pg_try_advisory_lock(%d, %d) THEN
            RAISE EXCEPTION 'Another process is migrating this schema.';
          END IF;
        END
        $lock$;
        """.formatted(CLASS, key(schema));
  }

  /** The server counts the database in by itself. The sign goes: pg_locks shows none. */
  private static int key(String schema) {
    return schema.hashCode() & Integer.MAX_VALUE;
  }

  private boolean call(String function) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT pg_catalog." + function + "(" + CLASS + ", " + key + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Optional<MigrationException.Locked.Holder> holder() throws SQLException {
    String sql = """
        SELECT l.pid, coalesce(a.application_name, ''), a.backend_start
          FROM pg_catalog.pg_locks AS l
          LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
           AND l.classid = ?::pg_catalog.int8 AND l.objid = ?::pg_catalog.int8
           AND l.database = (SELECT oid FROM pg_catalog.pg_database
                              WHERE datname = pg_catalog.current_database())
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, CLASS);
      statement.setLong(2, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(new MigrationException.Locked.Holder(
            row.getInt(1),
            row.getString(2),
            Optional.ofNullable(row.getTimestamp(3)).map(at -> at.toInstant())));
      }
    }
  }

  /** Gives the lock back; if the connection is lost, so is the lock. */
  @Override
  public void close() throws SQLException {
    if (!connection.isClosed() && !call("pg_advisory_unlock")) {
      Log.warning("The migration lock was lost before it was given back.");
    }
  }
}
