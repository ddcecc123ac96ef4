package dev.varve.runtime.migrate;

import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.catalog.OthersHistory;
import dev.varve.runtime.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the history of another tool says of our migrations, when a database is taken over from it.
 * The other history is read, and never written.
 */
final class TakeOver {
  private final Session session;

  TakeOver(Session session) {
    this.session = session;
  }

  /**
   * The files of migrations that another tool has run, if it has run any of these.
   *
   * @throws MigrationException.NotPossible if the other tool is at work, or has failed
   */
  Optional<Set<String>> applied(Set<String> files) throws SQLException {
    Set<String> applied = new HashSet<>();
    for (OthersHistory history :
        CatalogReader.histories(session.connection(), new Name(session.schema()))) {
      String table = Session.quoted(session.schema()) + "." + history.table().quoted();
      switch (history.kind()) {
        case "Flyway" -> {
          refuse(
              "SELECT script FROM " + table + " WHERE NOT success LIMIT 1",
              "Flyway's history says that it failed at ",
              "Repair it with Flyway");
          read("SELECT script FROM " + table, applied);
        }
        case "Liquibase" -> read("SELECT filename FROM " + table, applied);
        case "Liquibase lock" ->
          refuse(
              "SELECT lockedby FROM " + table + " WHERE locked LIMIT 1",
              "Liquibase is at work, or was killed: its lock is held by ",
              "Wait for it, or have Liquibase release the lock");
        default -> {}
      }
      Log.info("The history of " + history.kind() + ", " + history.table()
          + ", was found. It is read, and left as it is.");
    }
    applied.retainAll(files);
    return applied.isEmpty() ? Optional.empty() : Optional.of(applied);
  }

  private void refuse(String query, String reason, String remedy) throws SQLException {
    Set<String> found = new HashSet<>();
    read(query, found);
    for (String name : found) {
      throw new MigrationException.NotPossible(
          reason + name + ". Nothing was changed. " + remedy + "; then begin again.");
    }
  }

  /** The first column, of files without their folder. */
  private void read(String query, Set<String> into) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        String text = String.valueOf(row.getString(1));
        into.add(text.substring(text.lastIndexOf('/') + 1));
      }
    }
  }
}
