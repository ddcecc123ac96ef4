package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole schema of a module, made at once on an empty database: its migrations are not run, and
 * count as applied.
 *
 * @param script one step in a transaction
 */
record Creation(MigrationSource source, SqlScript script) {

  /** The creation of each module; empty if one of them has to be migrated step by step. */
  static Optional<List<Creation>> of(List<? extends MigrationSource> sources, History history) {
    List<Creation> creations = new ArrayList<>();
    for (MigrationSource source : sources) {
      List<MigrationIndex.Entry> entries = source.index().migrations();
      if (entries.isEmpty()) {
        continue;
      }
      Optional<SqlScript> script = source.creation().map(SqlScript::parse);
      boolean generated = true;
      for (MigrationIndex.Entry entry : entries) {
        generated &= entry.generated();
      }
      if (!generated
          || script.isEmpty()
          || script.get().steps().size() != 1
          || !script.get().steps().get(0).inTransaction()
          || !history.of(source.module()).isEmpty()) {
        return Optional.empty();
      }
      creations.add(new Creation(source, script.get()));
    }
    return creations.isEmpty() ? Optional.empty() : Optional.of(creations);
  }

  /** The rows that say so, in order; the history is told of each. */
  List<HistoryTable.NewRow> rows(History history) {
    return stamps(source, source.index().migrations(), history);
  }

  /** Rows by which migrations count as applied; the history is told of each. */
  static List<HistoryTable.NewRow> stamps(
      MigrationSource source, List<MigrationIndex.Entry> entries, History history) {
    List<HistoryTable.NewRow> rows = new ArrayList<>();
    for (MigrationIndex.Entry entry : entries) {
      HistoryTable.NewRow row = new HistoryTable.NewRow(
          source.module(),
          entry.id(),
          1,
          1,
          HistoryEvent.Kind.STAMPED,
          entry.checksum(),
          entry.undo() ? source.undo(entry.id()) : Optional.empty(),
          history.digestAfter(
              source.module(), entry.id(), entry.checksum(), HistoryEvent.Kind.STAMPED, true),
          List.of(),
          Optional.empty());
      rows.add(row);
      history.add(row.event(0));
    }
    return rows;
  }
}
