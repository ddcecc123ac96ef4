package dev.varve.runtime.migrate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Empties a schema of a development database. */
final class Reset {
  private static final String DEPENDENCE = "SELECT FROM pg_catalog.pg_depend AS d WHERE d.deptype";

  /**
   * What extensions own stays, what comes with something else goes with it, and the history is
   * emptied in its own way.
   */
  private static final String DROPS = """
      SELECT pg_catalog.format('DROP %s IF EXISTS %s CASCADE', kind, name) FROM (
        SELECT 1 AS turn, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
            WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE'
            ELSE 'TABLE' END AS kind,
          pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = {schema} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
          AND c.relname NOT IN ('varve_history', 'varve_history_entry_seq')
          AND NOT EXISTS ({extension} 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid)
        UNION ALL
        SELECT 2, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE'
            ELSE 'FUNCTION' END,
          p.oid::pg_catalog.regprocedure::pg_catalog.text
        FROM pg_catalog.pg_proc AS p
        JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
        WHERE n.nspname = {schema}
          AND NOT EXISTS ({owned} 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid)
        UNION ALL
        SELECT 3, CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END,
          pg_catalog.format('%I.%I', n.nspname, t.typname)
        FROM pg_catalog.pg_type AS t
        JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
        WHERE n.nspname = {schema} AND t.typtype IN ('e', 'd', 'r')
          AND NOT EXISTS ({extension} 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid)
      ) AS found
      ORDER BY turn, name
      """.replace(
          "{extension}", DEPENDENCE + " = 'e' AND d.classid =")
      .replace("{owned}", DEPENDENCE + " IN ('e', 'i') AND d.classid =");

  private Reset() {}

  /** Refuses what must not be reset. */
  static void check(Session session, HistoryTable table, String database) throws SQLException {
    String connected = session.database();
    if (!connected.equals(database)) {
      throw new MigrationException.NotPossible("The connection is to database " + connected
          + ", not to " + database + ". Nothing was dropped.");
    }
    if (!table.exists() || !table.isDevelopment()) {
      throw new MigrationException.NotPossible("Database " + connected + ", schema "
          + session.schema() + " is not marked as one for development, and only migrating an"
          + " empty database can set that mark. Nothing was dropped.");
    }
  }

  /** Drops everything, in one transaction. */
  static void run(Session session, HistoryTable table) throws SQLException {
    String select = DROPS.replace("{schema}", Texts.literal(session.schema()));
    List<String> drops = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(select)) {
      while (row.next()) {
        drops.add(row.getString(1));
      }
    }
    table.inTransaction(() -> {
      try (Statement statement = session.connection().createStatement()) {
        statement.setEscapeProcessing(false);
        for (String drop : drops) {
          statement.execute(drop);
        }
        table.recreate(statement);
      }
    });
  }
}
