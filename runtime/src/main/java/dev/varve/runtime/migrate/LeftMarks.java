package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that scripts leave where names change hands. A script that counts as applied has not
 * left them, and the way back from it asks for them.
 */
final class LeftMarks {
  private static final String MARK = "\\('((?:[^']|'')*+)'\\)";
  private static final Pattern INSERT =
      Pattern.compile("INSERT INTO varve_marks VALUES\\s+" + MARK + "(?:,\\s+" + MARK + ")*+");
  private static final Pattern ONE = Pattern.compile(MARK);

  private LeftMarks() {}

  /** The marks of a script, in its order. */
  static List<String> of(String script) {
    List<String> marks = new ArrayList<>();
    Matcher insert = INSERT.matcher(script);
    while (insert.find()) {
      Matcher mark = ONE.matcher(insert.group());
      while (mark.find()) {
        marks.add(mark.group(1).replace("''", "'"));
      }
    }
    return marks;
  }

  /** Leaves those of the migrations that these rows say are applied. */
  static void leave(
      Session session, List<? extends MigrationSource> sources, List<HistoryTable.NewRow> rows)
      throws SQLException {
    List<String> marks = new ArrayList<>();
    for (HistoryTable.NewRow row : rows) {
      for (MigrationSource source : sources) {
        if (source.module().equals(row.module())
            && source.index().migrations().stream().anyMatch(e -> e.id().equals(row.id()))) {
          marks.addAll(of(source.script(row.id())));
        }
      }
    }
    if (marks.isEmpty()) {
      return;
    }
    Connection connection = session.connection();
    String table = Session.quoted(session.schema()) + ".varve_marks";
    try (Statement create = connection.createStatement()) {
      create.execute("CREATE TABLE IF NOT EXISTS " + table + " (mark text PRIMARY KEY)");
    }
    try (PreparedStatement insert = connection.prepareStatement(
        "INSERT INTO " + table + " VALUES (?) ON CONFLICT DO NOTHING")) {
      for (String mark : marks) {
        insert.setString(1, mark);
        insert.execute();
      }
    }
  }
}
