package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the catalogue of one PostgreSQL schema.
 *
 * <p>Left out is what is Varve's own ({@code varve_history}, {@code varve_marks} and what is parked
 * under the prefix {@code varve_parked_}), the history of another tool, what belongs to an extension, and what is no part of a
 * schema's shape: owners (see {@link #surroundings}) and what PostgreSQL grants to
 * everybody by itself.
 *
 * <p>A role needs no privilege to read the catalogue.
 */
public final class CatalogReader {
  private CatalogReader() {}

  /** Reads the connection's current schema. See {@link #read(Connection, Name)}. */
  public static Catalog read(Connection connection) {
    return read(connection, Optional.empty(), false, Map.of());
  }

  /**
   * Reads the schema of this name. In autocommit, in a read-only transaction of its own; else in
   * the caller's, which sees its own uncommitted changes. The connection is left as it was.
   *
   * @throws CatalogException if there is no such schema, or the server fails
   */
  public static Catalog read(Connection connection, Name schema) {
    return read(connection, Optional.of(schema), false, Map.of());
  }

  /**
   * As {@link #read(Connection, Name)}, of a schema that stands in for another one.
   *
   * @param standIns of each schema that has one, the schema that stands in for it: its names are
   *     printed without the schema wherever those of the other would be
   */
  public static Catalog read(Connection connection, Name schema, Map<Name, Name> standIns) {
    return read(connection, Optional.of(schema), false, standIns);
  }

  /**
   * Reads every schema of the database that is not PostgreSQL's own, each as {@link
   * #read(Connection, Name)} does; and the extensions whose types and functions are there.
   *
   * @throws CatalogException if the server fails
   */
  public static SortedMap<Name, Catalog> readAll(Connection connection) {
    List<Name> schemas = new ArrayList<>();
    try {
      Query.SCHEMAS.forEach(connection, "^pg_", row -> schemas.add(new Name(row.text("name"))));
    } catch (SQLException e) {
      throw new CatalogException("the database", e);
    }
    SortedMap<Name, Catalog> catalogs = new TreeMap<>();
    schemas.forEach(
        schema -> catalogs.put(schema, read(connection, Optional.of(schema), true, Map.of())));
    return catalogs;
  }

  private static Catalog read(
      Connection connection, Optional<Name> schema, boolean extensions, Map<Name, Name> standIns) {
    try {
      return connection.getAutoCommit()
          ? inOwnTransaction(connection, schema, extensions, standIns)
          : inTransaction(connection, schema, extensions, standIns);
    } catch (SQLException e) {
      throw new CatalogException(
          schema.map(name -> "schema " + name).orElse("the current schema"), e);
    }
  }

  private static Catalog inOwnTransaction(
      Connection connection, Optional<Name> schema, boolean extensions, Map<Name, Name> standIns)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return inTransaction(connection, schema, extensions, standIns);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Catalog inTransaction(
      Connection connection, Optional<Name> schema, boolean extensions, Map<Name, Name> standIns)
      throws SQLException {
    Located located = locate(connection, schema);
    enter(connection, located.oid(), standIns);
    Catalog catalog = new SchemaReader(connection, located.oid()).read(extensions);
    // Not in a finally block: after an error the transaction takes no statement, and its end
    // restores the path anyway.
    setPath(connection, located.searchPath());
    return catalog;
  }

  /** What stands in for a schema of an extension is found where that would be. */
  private static void enter(Connection connection, long oid, Map<Name, Name> standIns)
      throws SQLException {
    List<String> path = new ArrayList<>();
    Query.SEARCH_PATH.forEach(connection, oid, row -> path.addAll(row.list("path")));
    List<String> names = new ArrayList<>();
    for (String name : path) {
      Name standIn = standIns.get(new Name(name));
      if (standIn != null && !names.contains(standIn.value())) {
        names.add(standIn.value());
      }
      names.add(name);
    }
    setPath(
        connection,
        names.stream().distinct().map(CatalogReader::quoted).collect(Collectors.joining(", ")));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void setPath(Connection connection, String path) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, true)")) {
      statement.setString(1, path);
      statement.execute();
    }
  }

  /**
   * What of a schema a migration does not say, read in the caller's transaction.
   *
   * @throws CatalogException if there is no such schema, or the server fails
   */
  public static Surroundings surroundings(Connection connection, Name schema) {
    try {
      Located located = locate(connection, Optional.of(schema));
      enter(connection, located.oid(), Map.of());
      Surroundings surroundings = Surroundings.read(connection, located.oid());
      setPath(connection, located.searchPath());
      return surroundings;
    } catch (SQLException e) {
      throw new CatalogException("schema " + schema, e);
    }
  }

  /**
   * The tables of a schema in which other tools keep their history.
   *
   * @throws CatalogException if there is no such schema, or the server fails
   */
  public static List<OthersHistory> histories(Connection connection, Name schema) {
    try {
      return SchemaReader.histories(
          connection, locate(connection, Optional.of(schema)).oid());
    } catch (SQLException e) {
      throw new CatalogException("schema " + schema, e);
    }
  }

  /**
   * The extensions of the database, and those of the roles that there are, by name.
   *
   * @throws CatalogException if the server fails
   */
  public static List<Installed> installed(Connection connection, List<Name> roles) {
    List<Installed> installed = new ArrayList<>();
    try {
      Query.INSTALLED.forEach(
          connection,
          connection.createArrayOf("text", roles.stream().map(Name::value).toArray()),
          row -> installed.add(new Installed(
              row.text("kind"),
              new Name(row.text("name")),
              row.text("definition"),
              row.text("place"),
              row.list("groups"))));
    } catch (SQLException e) {
      throw new CatalogException("the database", e);
    }
    return installed;
  }

  /**
   * The query for the constraints of schemas, for a tool that reads more of them than the model has.
   *
   * @return SQL with one parameter, an array of the schemas' oids
   */
  public static String constraintsSql() {
    return Query.CONSTRAINTS.sql();
  }

  /**
   * The query for who owns what in schemas.
   *
   * @return SQL with one parameter, an array of the schemas' oids
   */
  public static String ownersSql() {
    return Query.OWNERS.sql();
  }

  private static Located locate(Connection connection, Optional<Name> schema) throws SQLException {
    List<Located> found = new ArrayList<>();
    Query.SCHEMA.forEach(
        connection,
        schema.map(Name::value).orElse(null),
        row -> found.add(new Located(row.number("oid"), row.text("search_path"))));
    if (found.isEmpty()) {
      throw new CatalogException(schema
          .map(name -> "There is no schema " + name)
          .orElse("The connection's search_path names no existing schema"));
    }
    return found.get(0);
  }

  private record Located(long oid, String searchPath) {}
}
