package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an undo script would lose: rows of tables and values of columns that are there now. It is
 * asked twice: for all scripts before the first runs, so that usually nothing is begun; and before
 * each statement, with the table locked, because rows may have come since.
 */
final class Losses {
  private Losses() {}

  /**
   * Refuses scripts, before anything is run.
   *
   * @throws MigrationException.LosesData if one of them would lose what it may not
   */
  static void refuse(Session session, List<Work> undoing) throws SQLException {
    Set<String> lost = new LinkedHashSet<>();
    MigrationId first = null;
    for (Work work : undoing) {
      for (SqlScript.Step step : work.remaining()) {
        for (SqlScript.Statement statement : step.statements()) {
          for (Footprint.Loss loss : of(session, work, statement, false)) {
            first = first == null ? work.id() : first;
            lost.add(loss.toString());
          }
        }
      }
    }
    if (first != null) {
      throw new MigrationException.LosesData(first, List.copyOf(lost), "Nothing was undone.");
    }
  }

  /**
   * Refuses a statement that is about to be run.
   *
   * @param lock whether to lock the tables first, so that no row can come in between
   */
  static void refuse(Session session, Work work, SqlScript.Statement statement, boolean lock)
      throws SQLException {
    List<Footprint.Loss> lost = of(session, work, statement, lock);
    if (!lost.isEmpty()) {
      throw new MigrationException.LosesData(
          work.id(),
          lost.stream().map(Footprint.Loss::toString).toList(),
          "This step was rolled back; the steps before it stay.");
    }
  }

  private static List<Footprint.Loss> of(
      Session session, Work work, SqlScript.Statement statement, boolean lock) throws SQLException {
    Footprint footprint = Footprint.of(statement.sql());
    List<Footprint.Loss> candidates = new ArrayList<>(footprint.losses());
    String header = work.dataLost().orElse("");
    for (Footprint.Loss retyped : footprint.retyped()) {
      if (header.contains(" cannot hold of " + retyped)) {
        candidates.add(retyped);
      }
    }
    List<Footprint.Loss> lost = new ArrayList<>();
    for (Footprint.Loss loss : candidates) {
      if (!isAllowed(work, loss) && exists(session, loss, lock)) {
        lost.add(loss);
      }
    }
    return lost;
  }

  /** Who allows the loss of all rows of a table also allows that of a column's values. */
  private static boolean isAllowed(Work work, Footprint.Loss loss) {
    return work.allowedLoss().contains(loss.toString())
        || work.allowedLoss().contains(loss.table().toString());
  }

  private static boolean exists(Session session, Footprint.Loss loss, boolean lock)
      throws SQLException {
    String table = loss.table().sql(session.schema());
    if (!session.hasTable(table, loss.column())) {
      return false;
    }
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      if (lock) {
        statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      }
      Optional<String> column = loss.column().map(Session::quoted);
      String where = column.map(c -> " WHERE " + c + " IS NOT NULL").orElse("");
      try (ResultSet row =
          statement.executeQuery("SELECT EXISTS (SELECT FROM " + table + where + ")")) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
