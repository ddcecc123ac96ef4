package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the catalogue of one PostgreSQL schema.
 *
 * <p>Left out is what is Varve's own ({@code varve_history}, {@code varve_marks} and what is parked
 * under the prefix {@code varve_parked_}), what belongs to an extension, and what is no part of a
 * schema's shape: owners, privileges, tablespaces of indexes and statistics targets.
 *
 * <p>A role needs no privilege to read the catalogue.
 */
public final class CatalogReader {
  private CatalogReader() {}

  /** Reads the connection's current schema. See {@link #read(Connection, Name)}. */
  public static Catalog read(Connection connection) {
    return read(connection, Optional.empty(), false);
  }

  /**
   * Reads the schema of this name. In autocommit, in a read-only transaction of its own; else in
   * the caller's, which sees its own uncommitted changes. The connection is left as it was.
   *
   * @throws CatalogException if there is no such schema, or the server fails
   */
  public static Catalog read(Connection connection, Name schema) {
    return read(connection, Optional.of(schema), false);
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
    schemas.forEach(schema -> catalogs.put(schema, read(connection, Optional.of(schema), true)));
    return catalogs;
  }

  private static Catalog read(Connection connection, Optional<Name> schema, boolean extensions) {
    try {
      return connection.getAutoCommit()
          ? inOwnTransaction(connection, schema, extensions)
          : inTransaction(connection, schema, extensions);
    } catch (SQLException e) {
      throw new CatalogException(
          schema.map(name -> "schema " + name).orElse("the current schema"), e);
    }
  }

  private static Catalog inOwnTransaction(
      Connection connection, Optional<Name> schema, boolean extensions) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return inTransaction(connection, schema, extensions);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static Catalog inTransaction(
      Connection connection, Optional<Name> schema, boolean extensions) throws SQLException {
    Located located = locate(connection, schema);
    Query.SEARCH_PATH.forEach(connection, located.oid(), row -> {});
    Catalog catalog = new SchemaReader(connection, located.oid()).read(extensions);
    // Not in a finally block: after an error the transaction takes no statement, and its end
    // restores the path anyway.
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, true)")) {
      statement.setString(1, located.searchPath());
      statement.execute();
    }
    return catalog;
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
