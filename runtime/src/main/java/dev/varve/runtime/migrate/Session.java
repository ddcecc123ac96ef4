package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A connection while the applier has it. The settings on which scripts rely are set for that time;
 * {@link #close} puts the former values back, for the connection belongs to the application's pool.
 */
final class Session implements AutoCloseable {
  /** Our own statements see the catalog and nothing that somebody could have put before it. */
  private static final String OWN_PATH = "pg_catalog, pg_temp";

  /** What is recorded as applied must survive a crash, even where the application does not care. */
  private static final String DURABLE = "synchronous_commit";

  private static final String[][] SETTINGS = {
    {"search_path", OWN_PATH},
    {"TimeZone", "UTC"},
    {"standard_conforming_strings", "on"},
    {"default_transaction_isolation", "read committed"},
    {"lock_timeout", "0"},
    {"statement_timeout", "0"},
    {"idle_in_transaction_session_timeout", "0"},
    {DURABLE, "on"},
  };

  /**
   * Lets the server notice within a second that the applier has died, so that its lock is free soon;
   * servers on some systems cannot do this.
   */
  private static final String CHECK_INTERVAL = "client_connection_check_interval";

  static final String POOLED =
      "The connection goes through a pooler that changes the server process between transactions"
          + " (PgBouncer's pool_mode = transaction or statement), where no lock lasts. Give migrate"
          + " a direct connection, or one with pool_mode = session.";

  /** The columns of a parked table are not listed one by one. */
  private static final String PARKED = """
      SELECT c.relname, a.attname,
        CASE WHEN a.attname IS NULL THEN pg_catalog.pg_total_relation_size(c.oid)
          ELSE coalesce((
            SELECT (s.avg_width * (1 - s.null_frac) * greatest(c.reltuples, 0))::pg_catalog.int8
            FROM pg_catalog.pg_stats s
            WHERE s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
          ), 0)
        END
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attname LIKE 'varve\\_parked\\_%'
          AND c.relname NOT LIKE 'varve\\_parked\\_%'
          AND NOT c.relispartition
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p')
        AND (c.relname LIKE 'varve\\_parked\\_%' OR a.attname IS NOT NULL)
      ORDER BY c.relname, a.attname
      """;

  private final Connection connection;
  private final String schema;
  private final int process;
  private final boolean writable;
  private final List<String> names = new ArrayList<>();
  private final List<String> former = new ArrayList<>();

  private Session(Connection connection, String schema, int process, boolean writable) {
    this.connection = connection;
    this.schema = schema;
    this.process = process;
    this.writable = writable;
  }

  /**
   * Looks at the connection and changes its settings.
   *
   * @param dataSource where another connection could be had
   * @throws MigrationException.Unsuitable if it has no current schema, or if a pooler gives each
   *     transaction another server process
   */
  static Session open(Connection connection, DataSource dataSource) throws SQLException {
    StringBuilder sql =
        new StringBuilder("SELECT pg_catalog.current_schema(), pg_catalog.pg_backend_pid(),"
            + " pg_catalog.current_setting('transaction_read_only'),"
            + " pg_catalog.current_setting('"
            + CHECK_INTERVAL
            + "')");
    for (String[] setting : SETTINGS) {
      sql.append(", pg_catalog.current_setting('").append(setting[0]).append("')");
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.toString())) {
      row.next();
      String schema = row.getString(1);
      if (schema == null) {
        throw new MigrationException.Unsuitable("No schema to migrate: search_path is '"
            + row.getString(5)
            + "', and no schema in it exists. Nothing was changed. Create the schema, or name"
            + " another with currentSchema in the URL.");
      }
      Session session =
          new Session(connection, schema, row.getInt(2), row.getString(3).equals("off"));
      // Before anything is set: with such a pooler somebody else would get the settings.
      Pooler.check(session, dataSource);
      for (int i = 0; i < SETTINGS.length; i++) {
        session.remember(SETTINGS[i][0], row.getString(5 + i));
      }
      session.change(row.getString(4));
      return session;
    }
  }

  /** Whether the process number that the driver was told is not that of the server process. */
  boolean isPooled() throws SQLException {
    return connection.isWrapperFor(PGConnection.class)
        && connection.unwrap(PGConnection.class).getBackendPID() != process;
  }

  /** The server process that had the connection when it was opened. */
  int process() {
    return process;
  }

  private void remember(String name, String value) {
    names.add(name);
    former.add(value);
  }

  private void change(String checkInterval) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < SETTINGS.length; i++) {
      boolean kept = SETTINGS[i][0].equals(DURABLE) && !former.get(i).equals("off");
      values.add(kept ? former.get(i) : SETTINGS[i][1]);
    }
    set(names, values, false);
    try {
      set(List.of(CHECK_INTERVAL), List.of("1s"), false);
      remember(CHECK_INTERVAL, checkInterval);
    } catch (SQLException e) {
      Log.debug("This server cannot notice a dead client early: " + e.getMessage());
    }
  }

  /** Sets settings in one statement, for the open transaction only if {@code local}. */
  private void set(List<String> settings, List<String> values, boolean local) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < settings.size(); i++) {
      sql.append(i == 0 ? "" : ", ")
          .append("pg_catalog.set_config('")
          .append(settings.get(i))
          .append("', ?, ")
          .append(local)
          .append(")");
    }
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      statement.execute();
    }
  }

  Connection connection() {
    return connection;
  }

  String schema() {
    return schema;
  }

  /**
   * Refuses a connection on which nothing can be written, before anything is tried.
   *
   * @throws MigrationException.Unsuitable if the server is a standby, the session read-only, or the
   *     role may not create in the schema or add to the history
   */
  void checkWritable(HistoryTable table) throws SQLException {
    if (!writable) {
      throw new MigrationException.Unsuitable(
          "Migrations are to be run, but the connection is read-only: the server is a standby, or"
              + " default_transaction_read_only is on. Nothing was changed. Connect to the primary"
              + " server.");
    }
    table.checkRights();
  }

  /**
   * What prepares for a script: its names mean the schema's objects, and the catalog's before
   * these. {@code pg_temp} is named, and last, because unnamed it would come first. A statement with
   * one row, for {@link #entered}, which may be sent together with the first of the script.
   *
   * <p>The names stay as they are until {@link #leaveScript}: where they change with every
   * transaction the driver prepares all its statements again.
   *
   * @param local whether the limits are for the open transaction only; else they stay, too
   */
  String entry(boolean local, StepLimits limits) {
    return "SELECT pg_catalog.set_config('search_path', "
        + Texts.literal(quoted(schema) + ", pg_temp")
        + ", false), pg_catalog.set_config('lock_timeout', '"
        + limits.lock()
        + "', "
        + local
        + "), pg_catalog.set_config('statement_timeout', '"
        + limits.statement()
        + "', "
        + local
        + "), pg_catalog.pg_backend_pid()";
  }

  /**
   * Looks at what {@link #entry} has answered.
   *
   * @throws MigrationException.Unsuitable if the server process is not the one that has the lock
   */
  void entered(ResultSet row) throws SQLException {
    row.next();
    if (row.getInt(4) != process) {
      throw new MigrationException.Unsuitable(POOLED + " What was finished before stays.");
    }
  }

  /** Prepares for a script in a round trip of its own. */
  void enterScript(boolean local, StepLimits limits) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(entry(local, limits))) {
      entered(row);
    }
  }

  /** Changes the limits of what follows; asks nothing of the server if they are the same. */
  void limit(boolean local, StepLimits before, StepLimits now) throws SQLException {
    if (!now.equals(before)) {
      set(
          List.of("lock_timeout", "statement_timeout"),
          List.of(Long.toString(now.lock()), Long.toString(now.statement())),
          local);
    }
  }

  /** After scripts, before statements of ours that are not qualified throughout. */
  void leaveScript() throws SQLException {
    set(
        List.of("search_path", "lock_timeout", "statement_timeout"),
        List.of(OWN_PATH, "0", "0"),
        false);
  }

  /** The database's name. */
  String database() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.current_database()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Whether the schema has no table, view, sequence or type but ours and those of extensions. */
  boolean isEmpty() throws SQLException {
    String sql = """
        SELECT NOT EXISTS (
          SELECT FROM pg_catalog.pg_class AS c
           WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
             AND c.relname NOT IN ('varve_history', 'varve_history_entry_seq')
             AND NOT EXISTS (
               SELECT FROM pg_catalog.pg_depend AS d WHERE d.deptype = 'e' AND d.objid = c.oid)
        ) AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_type AS t
           WHERE t.typnamespace = n.oid AND t.typtype IN ('e', 'd', 'r')
             AND NOT EXISTS (
               SELECT FROM pg_catalog.pg_depend AS d WHERE d.deptype = 'e' AND d.objid = t.oid)
        )
        FROM pg_catalog.pg_namespace AS n WHERE n.nspname = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** The qualified name of the index if it is invalid; nothing otherwise. */
  List<String> invalidIndexes(String index) throws SQLException {
    String sql = """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
          FROM pg_catalog.pg_index AS i
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE i.indexrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)
           AND NOT i.indisvalid
        """;
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, index);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    return found;
  }

  /** Whether there is such a table, and the column in it. */
  boolean hasTable(String table, Optional<String> column) throws SQLException {
    String sql = """
        SELECT 1 FROM pg_catalog.pg_class AS c
         WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)
           AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
           AND (? OR EXISTS (
             SELECT FROM pg_catalog.pg_attribute AS a
              WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
                AND a.attname OPERATOR(pg_catalog.=) ?::pg_catalog.name
                AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped))
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      statement.setBoolean(2, column.isEmpty());
      statement.setString(3, column.orElse(""));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** What migrations have parked in the schema. */
  List<Status.Parked> parked() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARKED)) {
      statement.setString(1, schema);
      List<Status.Parked> parked = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parked.add(new Status.Parked(
              rows.getString(1), Optional.ofNullable(rows.getString(2)), rows.getLong(3)));
        }
      }
      return parked;
    }
  }

  /** Puts the former settings back; a connection on which that fails is not given back alive. */
  @Override
  public void close() throws SQLException {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      set(names, former, false);
    } catch (SQLException e) {
      Log.debug("The connection is closed, its settings cannot be restored: " + e.getMessage());
      connection.abort(Runnable::run);
    }
  }

  /** If the connection is lost the server rolls back by itself. */
  static void rollBack(Connection connection) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      Log.debug("ROLLBACK was not answered: " + e.getMessage());
    }
  }

  /** The name as a quoted identifier. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
