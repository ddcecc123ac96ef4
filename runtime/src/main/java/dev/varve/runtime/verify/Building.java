package dev.varve.runtime.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs what makes the expected schemas, many statements at a time. A statement that fails, because
 * it needs what is not there, leaves the others untouched.
 */
final class Building {
  /** Rows are not compared, so nothing is run that reads or writes them. */
  private static final Set<String> OF_CATALOG =
      Set.of("create", "alter", "drop", "comment", "grant", "revoke", "do");

  /**
   * What is about the whole database or server, and is compared without being made; the checks of
   * generated scripts, which would compare it all with what was just made.
   */
  private static final Pattern NOT_HERE = Pattern.compile(
      "(?:CREATE|ALTER|DROP|COMMENT\\s+ON)\\s+(?:EXTENSION|ROLE|USER|GROUP|DATABASE|TABLESPACE"
          + "|SERVER|PUBLICATION|SUBSCRIPTION|EVENT\\s+TRIGGER|DEFAULT\\s+PRIVILEGES|SYSTEM)\\b.*"
          + "|CREATE\\s+SCHEMA\\b.*"
          + "|(?:GRANT|REVOKE)\\s+(?:(?!\\bON\\b).)*"
          + "|(?:GRANT|REVOKE)\\b.*\\bON\\s+DATABASE\\b.*"
          + "|DO\\b.*(?:\\bvarve_expected_1\\b|\\bpg_extension\\b"
          + "|\\b(?:CREATE|ALTER|DROP)\\s+(?:EXTENSION|ROLE)\\b).*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A transaction is no place for it, and an empty table is built quickly. */
  private static final Pattern CONCURRENTLY = Pattern.compile(
      "^((?:CREATE\\s+(?:UNIQUE\\s+)?INDEX|DROP\\s+INDEX|ALTER\\s+TABLE\\b.*?\\bDETACH\\s+PARTITION"
          + "\\b.*?))\\s+CONCURRENTLY\\b",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int AT_ONCE = 100;

  private final Connection connection;
  private final StandIns standIns;
  private final boolean careful;
  private final List<Failed> failed = new ArrayList<>();

  /** A statement that could not be run, as it was written. */
  record Failed(String statement, SQLException error) {
    private static final String UNDEFINED_OBJECT = "42704";

    /** A role that is missing is told of already, and so has nothing. */
    boolean isOfRole() {
      String message = String.valueOf(error.getMessage());
      return UNDEFINED_OBJECT.equals(error.getSQLState()) && message.contains("role \"");
    }

    boolean isOutOfLocks() {
      return "53200".equals(error.getSQLState());
    }
  }

  /**
   * @param careful whether a statement may fail without an end to the transaction. PostgreSQL lets
   *     nobody use a value that was added to an enum, unless the enum was made in the same
   *     transaction and not after a savepoint.
   */
  Building(Connection connection, StandIns standIns, boolean careful) {
    this.connection = connection;
    this.standIns = standIns;
    this.careful = careful;
  }

  /** Whether a statement makes something that can be compared. */
  static boolean isBuilt(String statement) {
    int end = 0;
    while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
      end++;
    }
    return OF_CATALOG.contains(statement.substring(0, end).toLowerCase(Locale.ROOT))
        && !NOT_HERE.matcher(statement).matches();
  }

  /** Runs those statements that make something; returns the ones that failed. */
  List<Failed> run(List<String> statements) throws SQLException {
    List<String> built = statements.stream().filter(Building::isBuilt).toList();
    for (int from = 0; from < built.size(); from += AT_ONCE) {
      run(built.subList(from, Math.min(built.size(), from + AT_ONCE)), true);
    }
    return List.copyOf(failed);
  }

  private void run(List<String> statements, boolean again) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (String statement : statements) {
      sql.append(rewritten(statement)).append(";\n");
    }
    if (!careful) {
      execute(sql.toString());
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      execute(sql.toString());
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      connection.rollback(before);
      if (new Failed("", e).isOutOfLocks()) {
        throw e;
      }
      if (statements.size() == 1) {
        failed.add(new Failed(statements.get(0), e));
      } else if (again) {
        for (String statement : statements) {
          run(List.of(statement), false);
        }
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private String rewritten(String statement) {
    return standIns.intoStandIns(CONCURRENTLY.matcher(statement).replaceFirst("$1"));
  }
}
