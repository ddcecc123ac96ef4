package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks, before anything is done, whether the tables that scripts alter are one's own. PostgreSQL
 * would say so too, but perhaps in the last of ten migrations.
 */
final class Ownership {
  private static final String NOT_OWNED = """
      SELECT CURRENT_USER, n.name
        FROM pg_catalog.unnest(?::pg_catalog.text[]) WITH ORDINALITY AS n (name, place)
        JOIN pg_catalog.pg_class AS c ON c.oid = pg_catalog.to_regclass(n.name)
       WHERE c.relkind IN ('r', 'p') AND NOT pg_catalog.pg_has_role(c.relowner, 'USAGE')
       ORDER BY n.place LIMIT 1
      """;

  private Ownership() {}

  /**
   * Looks.
   *
   * @throws MigrationException.Unsuitable if a table that is there already is somebody else's
   */
  static void check(Session session, List<Work> scripts) throws SQLException {
    Map<String, MigrationId> migrations = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Work work : scripts) {
      for (SqlScript.Step step : work.remaining()) {
        for (SqlScript.Statement statement : step.statements()) {
          if (StatementKind.of(statement.sql()) != StatementKind.ROWS) {
            for (Footprint.Named table : Footprint.of(statement.sql()).altered()) {
              migrations.putIfAbsent(table.sql(session.schema()), work.id());
              names.putIfAbsent(table.sql(session.schema()), table.toString());
            }
          }
        }
      }
    }
    try (PreparedStatement statement = session.connection().prepareStatement(NOT_OWNED)) {
      statement.setArray(
          1,
          session.connection().createArrayOf("text", migrations.keySet().toArray(new String[0])));
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          String table = row.getString(2);
          throw new MigrationException.Unsuitable("Role " + row.getString(1)
              + " is not the owner of table " + names.get(table) + ", which "
              + migrations.get(table) + " changes. Nothing was changed. Connect as its owner, or"
              + " run: ALTER TABLE " + table + " OWNER TO " + Session.quoted(row.getString(1))
              + ".");
        }
      }
    }
  }
}
