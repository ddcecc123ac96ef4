package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Creates the whole schema of a module in one transaction, with a row for each migration. */
final class Creating {
  private final Session session;
  private final HistoryTable table;
  private final History history;
  private final Settings settings;
  private final DriftGuard guard;

  Creating(
      Session session, HistoryTable table, History history, Settings settings, DriftGuard guard) {
    this.guard = guard;
    this.session = session;
    this.table = table;
    this.history = history;
    this.settings = settings;
  }

  List<MigrationResult.Applied> run(Creation creation) throws SQLException {
    long start = System.nanoTime();
    String module = creation.source().module();
    List<HistoryTable.NewRow> rows = creation.rows(history);
    MigrationId last = rows.get(rows.size() - 1).id();
    settings.listener().started(module, last, false);
    Connection connection = session.connection();
    table.inTransaction(() -> {
      session.enterScript(true, StepLimits.creating(settings));
      for (SqlScript.Statement script : creation.script().steps().get(0).statements()) {
        long before = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          statement.execute(script.sql());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        settings.listener().statement(last, script.line(), 0, took);
      }
      table.append(rows, Duration.ofNanos(System.nanoTime() - start));
      guard.leaving(true);
    });
    guard.done();
    table.prove(rows.get(rows.size() - 1));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    settings.listener().finished(module, last, false, took);
    Log.info("Created the schema of " + module + ", which " + rows.size() + " migrations make, in "
        + took.toMillis() + " ms.");
    List<MigrationResult.Applied> applied = new ArrayList<>();
    for (HistoryTable.NewRow row : rows) {
      applied.add(new MigrationResult.Applied(module, row.id(), 0, Duration.ZERO));
    }
    return applied;
  }
}
