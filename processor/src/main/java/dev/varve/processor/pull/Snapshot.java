package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of a database at one moment, as rows.
 *
 * <p>Names are printed as a session sees them whose search path has the home schema and nothing else,
 * as it is when migrations run.
 *
 * @param home the schema that migrations run in, whose names stand alone
 * @param version the server's major version
 */
record Snapshot(Name home, int version, Map<Query, List<Row>> rows) {
  List<Row> rows(Query query) {
    return rows.getOrDefault(query, List.of());
  }

  /** The name in {@code schema} and {@code name}, as the model has it. */
  QualifiedName name(Row row) {
    return name(row.text("schema"), row.text("name"));
  }

  QualifiedName name(String schema, String name) {
    return new QualifiedName(
        Optional.of(new Name(schema)).filter(own -> !own.equals(home)), new Name(name));
  }

  /** Reads the schemas of these names, or all, in a transaction that writes nothing. */
  static Snapshot read(Connection connection, List<String> schemas) throws SQLException {
    boolean auto = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return inTransaction(connection, schemas);
    } finally {
      connection.rollback();
      connection.setAutoCommit(auto);
    }
  }

  private static Snapshot inTransaction(Connection connection, List<String> schemas)
      throws SQLException {
    Array names = connection.createArrayOf("text", schemas.toArray());
    List<Row> found = Query.SCHEMAS.rows(connection, names);
    for (String schema : schemas) {
      if (found.stream().noneMatch(row -> row.text("name").equals(schema))) {
        throw new PullException("There is no schema " + schema + " in the database. Correct it.");
      }
    }
    Name home = new Name(home(connection));
    path(connection, home);
    Map<Query, List<Row>> rows = new EnumMap<>(Query.class);
    rows.put(Query.SCHEMAS, found);
    Array oids = connection.createArrayOf(
        "oid", found.stream().map(row -> row.number("oid")).toArray());
    for (Query query : Query.values()) {
      if (query != Query.SCHEMAS) {
        rows.put(query, query.rows(connection, oids));
      }
    }
    return new Snapshot(home, connection.getMetaData().getDatabaseMajorVersion(), rows);
  }

  private static String home(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery("SELECT pg_catalog.current_schema()")) {
      result.next();
      return Optional.ofNullable(result.getString(1))
          .orElseThrow(
              () -> new PullException("The connection's search path names no schema that is"
                  + " there, so nothing says in which one the migrations will run. Name one:"
                  + " postgresql://…?currentSchema=public."));
    }
  }

  /** For this transaction only. */
  private static void path(Connection connection, Name home) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, true)")) {
      statement.setString(1, "pg_catalog, " + home.quoted());
      statement.execute();
    }
  }
}
