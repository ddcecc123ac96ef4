package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what would be run as text: the statements, and around them what the applier sends. */
final class PlanWriter {
  private final Session session;
  private final HistoryTable table;
  private final History history;
  private final Settings settings;

  /**
   * @param history is told of what would happen: it is not to be used afterwards
   */
  PlanWriter(Session session, HistoryTable table, History history, Settings settings) {
    this.session = session;
    this.table = table;
    this.history = history;
    this.settings = settings;
  }

  Plan write(Todo todo, boolean hasHistory) throws java.sql.SQLException {
    List<Plan.Script> scripts = new ArrayList<>();
    for (Work work : todo.undoing()) {
      scripts.add(script(work));
    }
    for (Creation creation : todo.creating()) {
      scripts.add(script(creation));
    }
    for (Work work : todo.applying()) {
      scripts.add(script(work));
    }
    for (Outstanding.Joined joined : todo.joining()) {
      scripts.add(script(joined));
    }
    return new Plan(session.schema(), scripts, todo.notes(), preamble(hasHistory));
  }

  private Plan.Script script(Outstanding.Joined joined) {
    StringBuilder sql = new StringBuilder("-- ")
        .append(joined.entry().id())
        .append(" counts as applied: all that it stands for is.\n\n");
    for (HistoryTable.NewRow row :
        Creation.stamps(joined.source(), joined.entry(), false, history)) {
      sql.append(table.text(row)).append('\n');
    }
    return new Plan.Script(
        Plan.Kind.APPLY,
        joined.source().module(),
        List.of(joined.entry().id()),
        0,
        Optional.empty(),
        sql.toString());
  }

  private String preamble(boolean hasHistory) {
    StringBuilder sql = new StringBuilder();
    sql.append("-- What would be run in schema ").append(session.schema()).append(".\n");
    sql.append("\nSET TimeZone = 'UTC';\nSET standard_conforming_strings = on;\n");
    sql.append("SET default_transaction_isolation = 'read committed';\n");
    sql.append("SET lock_timeout = 0;\nSET statement_timeout = 0;\n\n");
    sql.append(MigrationLock.text(session.schema()));
    if (!hasHistory) {
      sql.append("\nBEGIN;\n").append(table.creation(settings.development())).append("COMMIT;\n");
    }
    return sql.toString();
  }

  private Plan.Script script(Creation creation) {
    List<SqlScript.Statement> statements = creation.script().steps().get(0).statements();
    StringBuilder sql = new StringBuilder("-- The whole schema of ")
        .append(creation.source().module())
        .append(" at once.\n\nBEGIN;\n")
        .append(settings("SET LOCAL", StepLimits.creating(settings)));
    for (SqlScript.Statement statement : statements) {
      sql.append(statement.sql()).append(";\n\n");
    }
    List<MigrationId> migrations = new ArrayList<>();
    for (HistoryTable.NewRow row : creation.rows(history)) {
      sql.append(table.text(row)).append('\n');
      migrations.add(row.id());
    }
    sql.append("COMMIT;\n");
    return new Plan.Script(
        Plan.Kind.CREATE,
        creation.source().module(),
        migrations,
        statements.size(),
        Optional.empty(),
        sql.toString());
  }

  private Plan.Script script(Work work) throws java.sql.SQLException {
    StringBuilder sql = new StringBuilder("-- ").append(work.subject()).append('\n');
    int statements = 0;
    for (int number = work.from(); number <= work.steps(); number++) {
      SqlScript.Step step = work.script().steps().get(number - 1);
      HistoryTable.NewRow row = work.row(history, number);
      sql.append('\n');
      if (step.inTransaction()) {
        inTransaction(step, work.rowsBefore(history, number), row, sql);
      } else {
        outside(step, work.rowsBefore(history, number), row, sql);
      }
      statements += step.statements().size();
      history.add(row.event(0));
    }
    return new Plan.Script(
        work.undo() ? Plan.Kind.UNDO : Plan.Kind.APPLY,
        work.module(),
        List.of(work.id()),
        statements,
        work.dataLost(),
        sql.toString());
  }

  private void inTransaction(
      SqlScript.Step step,
      List<HistoryTable.NewRow> before,
      HistoryTable.NewRow row,
      StringBuilder sql) {
    sql.append("BEGIN;\n");
    StepLimits.Growing limits = StepLimits.first(settings);
    StepLimits now = null;
    boolean changed = false;
    for (SqlScript.Statement statement : step.statements()) {
      StatementKind kind = StatementKind.of(statement.sql());
      changed |= kind == StatementKind.CATALOG;
      StepLimits next = limits.of(kind, changed);
      if (!next.equals(now)) {
        sql.append(settings("SET LOCAL", next));
        now = next;
      }
      sql.append(statement.sql()).append(";\n\n");
    }
    append(before, sql);
    sql.append(table.text(row)).append("\nCOMMIT;\n");
  }

  private void append(List<HistoryTable.NewRow> rows, StringBuilder sql) {
    for (HistoryTable.NewRow row : rows) {
      sql.append(table.text(row)).append('\n');
      history.add(row.event(0));
    }
  }

  private void outside(
      SqlScript.Step step,
      List<HistoryTable.NewRow> before,
      HistoryTable.NewRow row,
      StringBuilder sql)
      throws java.sql.SQLException {
    for (SqlScript.Statement statement : step.statements()) {
      sql.append(settings("SET", StepLimits.outside(settings, StatementKind.of(statement.sql()))));
      if (statement.dropInvalidIndex().isPresent()) {
        for (String index : session.invalidIndexes(statement.dropInvalidIndex().get())) {
          sql.append("DROP INDEX CONCURRENTLY IF EXISTS ").append(index).append(";\n");
        }
      }
      sql.append(statement.repeat() ? loop(statement.sql()) : statement.sql()).append(";\n\n");
    }
    append(before, sql);
    sql.append(table.text(row)).append('\n');
  }

  private String settings(String set, StepLimits limits) {
    return set + " search_path = " + Session.quoted(session.schema()) + ", pg_temp;\n"
        + set + " lock_timeout = " + limits.lock() + ";\n"
        + set + " statement_timeout = " + limits.statement() + ";\n";
  }

  /** The applier repeats the statement; here the server does. */
  private static String loop(String statement) {
    String tag = "$repeat$";
    while (statement.contains(tag)) {
      tag = tag.substring(0, tag.length() - 1) + "_$";
    }
    return "DO " + tag + "\nBEGIN\n  LOOP\n" + statement
        + ";\n    EXIT WHEN NOT FOUND;\n    COMMIT;\n  END LOOP;\nEND\n" + tag;
  }
}
