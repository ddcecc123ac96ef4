package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code varve_history} of one schema, and every statement that touches it.
 *
 * <p>Rows are events and are only ever added. Names are qualified throughout, because a migration
 * may have set another {@code search_path} in the transaction into which its row goes.
 */
final class HistoryTable {
  /**
   * Digests by module name, in the order of the parameter; none without the table or a schema. The
   * schema is known to the server only, and a name left to {@code search_path} could be caught by a
   * temporary table or by another schema. So the inner query is put together on the server: {@code
   * query_to_xml} is PostgreSQL's one function that runs a query given as text, and it spares the
   * common case a second round trip and the first start an error in the server's log. A module is
   * named like a package, so a comma parts the names: an array of the driver's costs a cold start
   * thirty classes.
   */
  private static final String NEWEST_DIGESTS = """
      SELECT pg_catalog.query_to_xml(
               pg_catalog.format(
                 'SELECT digest FROM %I.varve_history'
                   ' WHERE module OPERATOR(pg_catalog.=) %L ORDER BY entry DESC LIMIT 1',
                 pg_catalog.current_schema(), m.module),
               false, false, '')::pg_catalog.text
        FROM ROWS FROM (pg_catalog.unnest(pg_catalog.string_to_array(?, ',')))
             WITH ORDINALITY AS m (module, place)
       WHERE pg_catalog.to_regclass(
               pg_catalog.quote_ident(pg_catalog.current_schema())
                 OPERATOR(pg_catalog.||) '.varve_history') IS NOT NULL
       ORDER BY m.place
      """;

  private static final String CREATION = """
      CREATE TABLE {table} (
        entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        module text NOT NULL,
        version text NOT NULL,
        name text NOT NULL,
        step integer NOT NULL,
        steps integer NOT NULL,
        event text NOT NULL CHECK (event IN ('applied', 'undone', 'stamped', 'failed')),
        checksum text NOT NULL,
        undo text,
        digest text NOT NULL,
        allowed_loss text[] NOT NULL DEFAULT '{}',
        message text,
        started_at timestamp with time zone NOT NULL,
        duration interval NOT NULL,
        applied_by text NOT NULL DEFAULT SESSION_USER,
        application text NOT NULL DEFAULT current_setting('application_name'),
        varve text NOT NULL,
        development boolean NOT NULL DEFAULT {development},
        soft boolean NOT NULL DEFAULT false,
        CHECK (step BETWEEN 1 AND steps)
      );
      CREATE INDEX varve_history_module_entry ON {table} (module, entry);
      COMMENT ON TABLE {table} IS 'Varve: what happened to the migrations. Rows are only added.';
      COMMENT ON COLUMN {table}.step IS 'The step of the script that this event is about, from 1.';
      COMMENT ON COLUMN {table}.undo IS 'The undo script, on the row of the first step.';
      COMMENT ON COLUMN {table}.digest IS
        'The module''s state after this event; empty while a migration is unfinished.';
      COMMENT ON COLUMN {table}.allowed_loss IS
        'The tables and columns whose rows or values an undo was allowed to lose.';
      COMMENT ON COLUMN {table}.message IS 'What the server said, of a failed step.';
      COMMENT ON COLUMN {table}.development IS
        'Whether this is a development database, which may be reset; decided with the table.';
      COMMENT ON COLUMN {table}.soft IS
        'Whether version control did not have the migration yet, so that it may be rewritten.';
      """;

  private final Connection connection;
  private final String schema;
  private final String table;

  HistoryTable(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
    this.table = Session.quoted(schema) + ".varve_history";
  }

  /** Whether the newest row of every module has the digest of its source. One statement. */
  static boolean isUpToDate(Connection connection, List<? extends MigrationSource> sources)
      throws SQLException {
    StringBuilder modules = new StringBuilder();
    for (MigrationSource source : sources) {
      modules.append(modules.isEmpty() ? "" : ",").append(source.module());
    }
    int equal = 0;
    try (PreparedStatement statement = connection.prepareStatement(NEWEST_DIGESTS)) {
      statement.setString(1, modules.toString());
      try (ResultSet rows = statement.executeQuery()) {
        for (int i = 0; rows.next(); i++) {
          String digest = "<digest>".concat(sources.get(i).digest()).concat("</digest>");
          String row = rows.getString(1);
          if (row != null && row.contains(digest)) {
            equal++;
          }
        }
      }
    }
    return equal == sources.size();
  }

  boolean exists() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.to_regclass(?) IS NOT NULL")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** The role that owns the table; empty without it. */
  Optional<String> owner() throws SQLException {
    String sql = "SELECT c.relowner::pg_catalog.regrole::pg_catalog.text"
        + " FROM pg_catalog.pg_class AS c WHERE c.oid = pg_catalog.to_regclass(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * Looks whether the role may do what every run does, before anything is done.
   *
   * @throws MigrationException.Unsuitable if it may not
   */
  void checkRights() throws SQLException {
    String sql = """
        SELECT CURRENT_USER, pg_catalog.has_schema_privilege(?, 'USAGE')
                 AND pg_catalog.has_schema_privilege(?, 'CREATE'),
               coalesce(pg_catalog.has_table_privilege(c.oid, 'SELECT')
                 AND pg_catalog.has_table_privilege(c.oid, 'INSERT'), true)
          FROM (SELECT pg_catalog.to_regclass(?) AS oid) AS c
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      statement.setString(2, schema);
      statement.setString(3, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String role = row.getString(1);
        if (!row.getBoolean(2)) {
          throw new MigrationException.Unsuitable("Role " + role + " may not create anything in"
              + " schema " + schema + ". Nothing was changed. Connect as the owner of the schema,"
              + " or run: GRANT USAGE, CREATE ON SCHEMA " + Session.quoted(schema) + " TO "
              + Session.quoted(role) + ".");
        }
        if (!row.getBoolean(3)) {
          throw new MigrationException.Unsuitable("Role " + role + " may not read and write "
              + table + ". Nothing was changed. Connect as the role that applied the migrations"
              + " before, or run: GRANT SELECT, INSERT ON " + table + " TO "
              + Session.quoted(role) + ".");
        }
      }
    }
  }

  /** Call it under the lock only: {@code IF NOT EXISTS} would not make it safe. */
  void create(boolean development) throws SQLException {
    inTransaction(() -> {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(creation(development));
      }
    });
  }

  /** Empties the history of a development database, which keeps its mark. */
  void recreate(Statement statement) throws SQLException {
    statement.execute("DROP TABLE IF EXISTS " + table);
    statement.execute(creation(true));
  }

  /** What {@link #create} runs. */
  String creation(boolean development) {
    return CREATION.replace("{table}", table).replace("{development}", String.valueOf(development));
  }

  /** Whether the history was marked, when it was created, as that of a development database. */
  boolean isDevelopment() throws SQLException {
    String sql = """
        SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid)
          FROM pg_catalog.pg_attribute AS a
          JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attname = 'development'
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && "true".equals(row.getString(1));
      }
    }
  }

  /**
   * The state that follows from the events; the empty one without a table.
   *
   * @param sources tell which migrations replace others
   */
  History history(List<? extends MigrationSource> sources) throws SQLException {
    return new History(exists() ? read() : List.of(), sources);
  }

  /** All rows in order, without the undo scripts, which may be large. */
  List<HistoryEvent> read() throws SQLException {
    String sql = "SELECT entry, module, version, name, step, steps, event, checksum, started_at,"
        + " pg_catalog.date_part('epoch', duration), applied_by, application, varve, allowed_loss,"
        + " message, soft FROM "
        + table
        + " ORDER BY entry";
    List<HistoryEvent> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.add(event(row));
      }
    }
    return found;
  }

  private HistoryEvent event(ResultSet row) throws SQLException {
    try {
      return new HistoryEvent(
          row.getLong(1),
          row.getString(2),
          new MigrationId(row.getString(3), row.getString(4)),
          HistoryEvent.Kind.of(row.getString(7)),
          row.getInt(5),
          row.getInt(6),
          row.getString(8),
          row.getTimestamp(9).toInstant(),
          Duration.ofNanos((long) (row.getDouble(10) * 1e9)),
          row.getString(11),
          row.getString(12),
          row.getString(13),
          List.of((String[]) row.getArray(14).getArray()),
          Optional.ofNullable(row.getString(15)),
          row.getBoolean(16));
    } catch (IllegalArgumentException e) {
      throw new MigrationException.Unsuitable("Row " + row.getLong(1) + " of " + table
          + " is not one that Varve wrote: " + e.getMessage()
          + " Nothing was changed. Restore the history from a backup.");
    }
  }

  /** A row to be added. */
  record NewRow(
      String module,
      MigrationId id,
      int step,
      int steps,
      HistoryEvent.Kind event,
      String checksum,
      Optional<String> undo,
      String digest,
      Collection<String> allowedLoss,
      Optional<String> message,
      boolean soft) {

    /** The row that says, instead of this one, that the step failed. */
    NewRow failed(String digestNow, String said) {
      return new NewRow(
          module,
          id,
          step,
          steps,
          HistoryEvent.Kind.FAILED,
          checksum,
          Optional.empty(),
          digestNow,
          List.of(),
          Optional.of(said),
          soft);
    }

    /** The event that the row will be. */
    HistoryEvent event(long entry) {
      return new HistoryEvent(
          entry,
          module,
          id,
          event,
          step,
          steps,
          checksum,
          Instant.EPOCH,
          Duration.ZERO,
          "",
          "",
          "",
          List.copyOf(allowedLoss),
          message,
          soft);
    }
  }

  /**
   * Adds a row and returns its number.
   *
   * @param took how long it took, until now
   */
  long append(NewRow row, Duration took) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert() + " RETURNING entry")) {
      fill(statement, row, took);
      try (ResultSet entry = statement.executeQuery()) {
        entry.next();
        return entry.getLong(1);
      }
    }
  }

  /**
   * Adds a row, commits, and reads it back in a new transaction; returns its number. That is the
   * only proof of it: a driver may report a COMMIT as done that the server answered with ROLLBACK.
   * One round trip for the three. {@code lastval} is volatile: compared with every row by itself, it
   * would keep the index from being used.
   *
   * @param took how long it took, until now
   */
  long commit(NewRow row, Duration took) throws SQLException {
    String sql = insert() + ";COMMIT;SELECT entry FROM " + table
        + " WHERE entry OPERATOR(pg_catalog.=) (SELECT pg_catalog.lastval())";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, row, took);
      statement.execute();
      statement.getMoreResults();
      statement.getMoreResults();
      try (ResultSet entry = statement.getResultSet()) {
        if (entry == null || !entry.next()) {
          throw notKept();
        }
        return entry.getLong(1);
      }
    }
  }

  private static SQLException notKept() {
    return new SQLException("the server did not keep what was committed", "40003");
  }

  /** Adds many rows in the open transaction. */
  void append(List<NewRow> rows, Duration took) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert())) {
      for (NewRow row : rows) {
        fill(statement, row, took);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private String insert() {
    return "INSERT INTO "
        + table
        + " (module, version, name, step, steps, event, checksum, undo, digest, allowed_loss,"
        + " message, varve, soft, started_at, duration)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        + " pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) ?::pg_catalog.interval,"
        + " ?::pg_catalog.interval)";
  }

  private void fill(PreparedStatement statement, NewRow row, Duration took) throws SQLException {
    int i = 0;
    statement.setString(++i, row.module());
    statement.setString(++i, row.id().version());
    statement.setString(++i, row.id().name());
    statement.setInt(++i, row.step());
    statement.setInt(++i, row.steps());
    statement.setString(++i, row.event().text());
    statement.setString(++i, row.checksum());
    setText(statement, ++i, row.undo().orElse(null));
    statement.setString(++i, row.digest());
    statement.setArray(
        ++i, connection.createArrayOf("text", row.allowedLoss().toArray(new String[0])));
    setText(statement, ++i, row.message().orElse(null));
    statement.setString(++i, VersionOfVarve.TEXT);
    statement.setBoolean(++i, row.soft());
    statement.setString(++i, took.toString());
    statement.setString(++i, took.toString());
  }

  /** What {@link #append} does, as a statement for a plan. */
  String text(NewRow row) {
    return "INSERT INTO "
        + table
        + " (module, version, name, step, steps, event, checksum, undo, digest, allowed_loss,"
        + " varve, soft, started_at, duration)\n  VALUES ("
        + String.join(
            ", ",
            Texts.literal(row.module()),
            Texts.literal(row.id().version()),
            Texts.literal(row.id().name()),
            String.valueOf(row.step()),
            String.valueOf(row.steps()),
            Texts.literal(row.event().text()),
            Texts.literal(row.checksum()),
            row.undo().map(Texts::literal).orElse("NULL"),
            Texts.literal(row.digest()),
            "'{}'",
            Texts.literal(VersionOfVarve.TEXT),
            String.valueOf(row.soft()))
        + ", pg_catalog.clock_timestamp(), '0');";
  }

  /** Something to do in a transaction. */
  interface Action {
    void run() throws SQLException;
  }

  void inTransaction(Action action) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      action.run();
      connection.commit();
      connection.setAutoCommit(true);
      done = true;
    } finally {
      if (!done) {
        Session.rollBack(connection);
      }
    }
  }

  private static void setText(PreparedStatement statement, int parameter, @Nullable String text)
      throws SQLException {
    statement.setString(parameter, text);
  }

  /** Reads the row back; a driver may report a COMMIT as done that was a ROLLBACK. */
  void prove(NewRow row) throws SQLException {
    String sql = "SELECT 1 FROM "
        + table
        + " WHERE module OPERATOR(pg_catalog.=) ? AND version OPERATOR(pg_catalog.=) ?"
        + " AND name OPERATOR(pg_catalog.=) ? AND event OPERATOR(pg_catalog.=) ?"
        + " AND digest OPERATOR(pg_catalog.=) ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, row.module());
      statement.setString(2, row.id().version());
      statement.setString(3, row.id().name());
      statement.setString(4, row.event().text());
      statement.setString(5, row.digest());
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          throw notKept();
        }
      }
    }
  }

  /** The undo script that was stored when the migration was last applied. */
  Optional<String> undo(String module, MigrationId id) throws SQLException {
    String sql = "SELECT undo FROM "
        + table
        + " WHERE module = ? AND version = ? AND name = ? AND event IN ('applied', 'stamped')"
        + " AND step = 1 ORDER BY entry DESC LIMIT 1";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, module);
      statement.setString(2, id.version());
      statement.setString(3, id.name());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }
}
