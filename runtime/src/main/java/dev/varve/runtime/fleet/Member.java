package dev.varve.runtime.fleet;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database, or one schema of a database.
 *
 * @param name unique in its fleet; the report knows it by this name
 * @param dataSource whose connections have the schema that is meant as their current one
 */
public record Member(String name, DataSource dataSource) {
  public Member {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A member of a fleet needs a name.");
    }
  }

  /**
   * An existing schema of the database at this JDBC URL, named after the schema. Connections are
   * made for it alone, so that no pool gets one whose {@code search_path} is another tenant's.
   */
  public static Member schema(String url, String schema) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    dataSource.setCurrentSchema('"' + schema.replace("\"", "\"\"") + '"');
    return new Member(schema, dataSource);
  }
}
