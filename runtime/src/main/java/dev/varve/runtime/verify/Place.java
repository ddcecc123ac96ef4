package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Name;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the expected schemas are built: in new schemas if the role may create these, else among the
 * session's temporary objects, if those will do.
 */
enum Place {
  SCHEMAS,
  TEMPORARY;

  /** What cannot be temporary, or is not found there. */
  private static final Pattern NOT_TEMPORARY = Pattern.compile(
      "CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:FUNCTION|PROCEDURE|AGGREGATE|OPERATOR|UNLOGGED"
          + "|MATERIALIZED|SCHEMA)\\b.*|.*\\bSET\\s+(?:UNLOGGED|SCHEMA)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String QUESTION = """
      SELECT CURRENT_USER,
        pg_catalog.current_setting('transaction_read_only') = 'on',
        pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE'),
        pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY'),
        EXISTS (
          SELECT FROM pg_catalog.pg_class AS c
          WHERE c.relnamespace = pg_catalog.pg_my_temp_schema()
        )
      """;

  /** Finds out which will do. */
  static Place of(Connection connection, Set<Name> schemas, List<String> statements)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      row.next();
      if (row.getBoolean(2)) {
        throw new VerificationException("The connection is read-only, and what is expected has to"
            + " be built before it can be compared, though it is rolled back. Connect to the"
            + " primary server, without default_transaction_read_only.");
      }
      if (row.getBoolean(3)) {
        return SCHEMAS;
      }
      boolean enough = schemas.size() == 1
          && statements.stream().noneMatch(sql -> NOT_TEMPORARY.matcher(sql).matches());
      String role = "Role " + row.getString(1) + " may not verify: ";
      if (!enough) {
        throw new VerificationException(role
            + "these migrations make what cannot be temporary, such as a function or another"
            + " schema, so it needs the privilege CREATE on the database, which it has not. What is"
            + " made is rolled back.");
      }
      if (!row.getBoolean(4)) {
        throw new VerificationException(
            role + "it needs the privilege TEMPORARY on the database, or CREATE.");
      }
      if (row.getBoolean(5)) {
        throw new VerificationException("This session has temporary objects of its own, among which"
            + " nothing can be compared. Use a new connection.");
      }
      return TEMPORARY;
    }
  }

  /** Makes the place for a schema; returns what stands in for it. */
  Name make(Connection connection, int number) throws SQLException {
    String sql = this == SCHEMAS
        ? "SELECT 'varve_verify_' || pg_catalog.pg_backend_pid() || '_" + number + "'"
        : "SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()";
    try (Statement statement = connection.createStatement()) {
      if (this == TEMPORARY) {
        statement.execute("CREATE TEMPORARY TABLE varve_marks ()");
      }
      Name name;
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        name = new Name(row.getString(1));
      }
      if (this == SCHEMAS) {
        statement.execute("CREATE SCHEMA " + name.quoted());
      } else {
        statement.execute("DROP TABLE pg_temp.varve_marks");
      }
      return name;
    }
  }

  /**
   * Makes unqualified names mean what is in that place, for the rest of the transaction.
   *
   * @param extensions the real schema, where extensions have objects in it
   */
  static void enter(Connection connection, Name standIn, List<Name> extensions)
      throws SQLException {
    StringBuilder path = new StringBuilder(standIn.quoted());
    extensions.forEach(schema -> path.append(", ").append(schema.quoted()));
    path.append(standIn.value().startsWith("pg_temp") ? "" : ", pg_temp");
    String sql = "SELECT pg_catalog.set_config('search_path', ?, true),"
        + " pg_catalog.set_config('check_function_bodies', 'off', true),"
        + " pg_catalog.set_config('client_min_messages', 'warning', true)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, path.toString());
      statement.execute();
    }
  }
}
