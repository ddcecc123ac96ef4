package dev.varve.runtime.migrate;

import dev.varve.runtime.diff.Change;
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
    Optional<List<MigrationSource>> order =
        sources.size() > 1 ? Modules.of(sources).inOrder() : Optional.of(List.copyOf(sources));
    return order.isEmpty() ? Optional.empty() : inOrder(order.get(), history);
  }

  private static Optional<List<Creation>> inOrder(List<MigrationSource> sources, History history) {
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

  /**
   * The rows that say so, in order; the history is told of each. What a migration parked was never
   * there, so its undo script would not find it: it is left out, and a rollback stops before it.
   */
  List<HistoryTable.NewRow> rows(History history) {
    List<HistoryTable.NewRow> rows = new ArrayList<>();
    for (MigrationIndex.Entry entry : source.index().migrations()) {
      rows.addAll(stamps(source, entry, !parks(entry.id()), history));
    }
    return rows;
  }

  private boolean parks(MigrationId id) {
    for (Change change : source.record(id).map(RecordedChanges::changes).orElse(List.of())) {
      boolean parks = change instanceof Change.TableRemoved table
              && table.parkedAs().isPresent()
          || change instanceof Change.ColumnRemoved column && column.parkedAs().isPresent()
          || change instanceof Change.PartitionRemoved part && part.parkedAs().isPresent()
          || change instanceof Change.EnumRemoved type && type.parkedAs().isPresent();
      if (parks) {
        return true;
      }
    }
    return false;
  }

  /**
   * The rows by which a migration counts as applied; the history is told of them. Where it replaces
   * others these come first: for an application that does not know of it yet they are applied.
   */
  static List<HistoryTable.NewRow> stamps(
      MigrationSource source, MigrationIndex.Entry entry, boolean undo, History history) {
    List<HistoryTable.NewRow> rows = replaced(source.module(), entry.replaces(), history);
    for (HistoryTable.NewRow row : rows) {
      history.add(row.event(0));
    }
    rows.add(stamp(source, entry, undo, history));
    return rows;
  }

  /** The rows of those that a migration replaces and that the database does not have. */
  static List<HistoryTable.NewRow> replaced(
      String module, List<MigrationIndex.Replaced> replaces, History history) {
    List<HistoryTable.NewRow> rows = new ArrayList<>();
    for (MigrationIndex.Replaced replaced : replaces) {
      if (!history.has(module, replaced.id())) {
        rows.add(new HistoryTable.NewRow(
            module,
            replaced.id(),
            1,
            1,
            HistoryEvent.Kind.STAMPED,
            replaced.entry().checksum(),
            Optional.empty(),
            "",
            List.of(),
            Optional.empty(),
            false));
      }
    }
    return rows;
  }

  /** A row by which a migration counts as applied; the history is told of it. */
  private static HistoryTable.NewRow stamp(
      MigrationSource source, MigrationIndex.Entry entry, boolean undo, History history) {
    HistoryTable.NewRow row = new HistoryTable.NewRow(
        source.module(),
        entry.id(),
        1,
        1,
        HistoryEvent.Kind.STAMPED,
        entry.checksum(),
        undo && entry.undo() ? source.keptUndo(entry) : Optional.empty(),
        history.digestAfter(
            source.module(), entry.id(), entry.checksum(), HistoryEvent.Kind.STAMPED, true),
        List.of(),
        Optional.empty(),
        entry.soft());
    history.add(row.event(0));
    return row;
  }
}
