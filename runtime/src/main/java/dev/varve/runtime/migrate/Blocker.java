package dev.varve.runtime.migrate;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session that holds up a migration.
 *
 * @param pid its server process
 * @param application what it calls itself
 * @param state {@code active}, {@code idle in transaction} and so on; empty if the role may not see
 *     it
 * @param inTransaction for how long; empty if the role may not see it
 * @param query what it runs or ran last, cut after 100 characters
 */
public record Blocker(
    int pid, String application, String state, Optional<Duration> inTransaction, String query) {

  private static final String SELECT = """
      SELECT a.pid, coalesce(a.application_name, ''), coalesce(a.state, ''),
        extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start),
        coalesce(pg_catalog.regexp_replace(pg_catalog."left"(a.query, 100), '\\s+', ' ', 'g'), '')
      FROM pg_catalog.pg_stat_activity AS a
      WHERE a.pid <> pg_catalog.pg_backend_pid() AND a.datname = pg_catalog.current_database()
      """;

  private static final String HOLDERS = SELECT + """
        AND a.pid IN (
          SELECT l.pid FROM pg_catalog.pg_locks AS l
          JOIN pg_catalog.unnest(?::pg_catalog.text[]) AS n (name)
            ON l.relation = pg_catalog.to_regclass(n.name)
          WHERE l.granted AND l.locktype = 'relation'
        )
      ORDER BY a.xact_start, a.pid LIMIT 10
      """;

  private static final String OLD = SELECT + """
        AND a.xact_start < pg_catalog.clock_timestamp() - interval '1 second'
        AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
        AND a.backend_type = 'client backend'
      ORDER BY a.xact_start, a.pid LIMIT 10
      """;

  /** Who has a lock on a table that the statement names. */
  static List<Blocker> of(Session session, Footprint footprint) throws SQLException {
    List<String> names = new ArrayList<>();
    for (Footprint.Named name : footprint.names()) {
      names.add(name.sql(session.schema()));
    }
    try (PreparedStatement statement = session.connection().prepareStatement(HOLDERS)) {
      statement.setArray(
          1, session.connection().createArrayOf("text", names.toArray(new String[0])));
      return read(statement);
    }
  }

  /** Whose transactions are older than a second, and may see what others have deleted since. */
  static List<Blocker> old(Session session) throws SQLException {
    try (PreparedStatement statement = session.connection().prepareStatement(OLD)) {
      return read(statement);
    }
  }

  private static List<Blocker> read(PreparedStatement statement) throws SQLException {
    List<Blocker> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        double seconds = row.getDouble(4);
        found.add(new Blocker(
            row.getInt(1),
            row.getString(2),
            row.getString(3),
            row.wasNull() ? Optional.empty() : Optional.of(duration(seconds)),
            row.getString(5).strip()));
      }
    }
    return found;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  /** {@code  Held up by process 17, …; process 18, ….}, or nothing. */
  static String sentence(List<Blocker> blockers) {
    if (blockers.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(" Held up by ");
    for (int i = 0; i < blockers.size(); i++) {
      text.append(i == 0 ? "" : "; ").append(blockers.get(i));
    }
    return text.append('.').toString();
  }

  @Override
  public String toString() {
    return "process "
        + pid
        + ", application \""
        + application
        + "\""
        + (state.isEmpty() ? "" : ", " + state)
        + inTransaction.map(t -> ", in a transaction for " + Texts.seconds(t)).orElse("")
        + (query.isEmpty() ? "" : ": " + query);
  }
}
