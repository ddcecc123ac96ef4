package dev.varve.runtime.migrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a call has to do: compares the application with the database, and changes nothing. */
final class Look {
  private final Session session;
  private final HistoryTable table;
  private final List<? extends MigrationSource> sources;
  private final Settings settings;
  private final History history;

  Look(
      Session session,
      HistoryTable table,
      List<? extends MigrationSource> sources,
      Settings settings)
      throws SQLException {
    this.session = session;
    this.table = table;
    this.sources = sources;
    this.settings = settings;
    this.history = table.history(sources);
  }

  /** What {@code migrate} runs. */
  Todo pending() throws SQLException {
    Outstanding outstanding = Outstanding.of(sources, history);
    if (sources.size() > 1 && !outstanding.pending().isEmpty()) {
      Modules.of(sources);
    }
    List<String> notes = new ArrayList<>(outstanding.notes());
    List<Work> undoing = new ArrayList<>();
    for (History.Applied state : outstanding.halfUndone()) {
      undoing.add(Work.undo(table, state, settings.allowedLoss()));
      notes.add("Finished undoing " + state.id() + ", which an earlier run had begun.");
    }
    for (History.Applied state : outstanding.forgotten()) {
      undoing.add(Work.undo(table, state, settings.allowedLoss()));
    }
    for (Outstanding.Left left : outstanding.left()) {
      undoing.add(Work.leave(left.source(), left.earlier()));
      notes.add("Led back from " + left.earlier().state().id() + ", which is no more; what it had"
          + " added is parked.");
    }
    if (!outstanding.pending().isEmpty() && settings.create() && undoing.isEmpty()) {
      Optional<List<Creation>> creations = Creation.of(sources, history);
      if (creations.isPresent() && session.isEmpty()) {
        return new Todo(undoing, creations.get(), List.of(), List.of(), notes);
      }
    }
    List<Work> applying = new ArrayList<>();
    for (Outstanding.Pending pending : outstanding.pending()) {
      applying.add(Work.apply(pending));
      if (pending.earlier().isPresent()) {
        notes.add(
            "Led the database over from an earlier form of " + pending.entry().id() + ".");
      }
      if (pending.outOfOrder()) {
        checkOrder(pending, gone(outstanding));
        notes.add(pending.entry().id()
            + " was applied after newer ones, as it came from another branch.");
      }
    }
    return new Todo(undoing, List.of(), applying, outstanding.joining(), notes);
  }

  /** What has begun may go on. */
  private void checkOrder(Outstanding.Pending pending, Set<MigrationId> gone) {
    if (pending.from() == 1) {
      new OutOfOrder(pending.source(), history, settings).check(pending.entry().id(), gone);
    }
  }

  /** What will not be there any more when the pending ones are applied. */
  private static Set<MigrationId> gone(Outstanding outstanding) {
    Set<MigrationId> gone = new HashSet<>();
    for (History.Applied state : outstanding.forgotten()) {
      gone.add(state.id());
    }
    for (Outstanding.Left left : outstanding.left()) {
      gone.add(left.earlier().state().id());
    }
    for (Outstanding.Pending pending : outstanding.pending()) {
      if (pending.earlier().isPresent()) {
        gone.add(pending.earlier().get().state().id());
      }
    }
    return gone;
  }

  /** The newest migrations, to undo them. */
  List<Work> newest(int count) throws SQLException {
    List<History.Applied> newest = history.newestFirst(sources);
    return undo(newest.subList(0, Math.min(count, newest.size())));
  }

  /** The migrations that are newer than this one, to undo them. */
  List<Work> newerThan(String version) throws SQLException {
    List<History.Applied> newest = history.newestFirst(sources);
    for (int i = 0; i < newest.size(); i++) {
      if (names(version, newest.get(i).id()) || isLastOf(newest.get(i), version)) {
        return undo(newest.subList(0, i));
      }
    }
    Optional<MigrationIndex.Entry> squash = squashOf(version);
    if (squash.isPresent()) {
      throw beyond(squash.get());
    }
    throw new MigrationException.NotPossible("Migration " + version + " is not applied in schema "
        + session.schema() + ". Nothing was undone.");
  }

  private List<Work> undo(List<History.Applied> states) throws SQLException {
    List<Work> undoing = new ArrayList<>();
    for (History.Applied state : states) {
      Optional<MigrationIndex.Entry> squash = history.squash(state.module(), state.id());
      if (squash.isPresent()) {
        throw beyond(squash.get());
      }
      undoing.add(Work.undo(table, state, settings.allowedLoss()));
    }
    return undoing;
  }

  private static MigrationException beyond(MigrationIndex.Entry squash) {
    return new MigrationException.NotPossible(squash.id() + " stands for "
        + squash.replaces().size() + " migrations that were made into one, and has no way back."
        + " Nothing was undone. To undo one of them, start with a version of the application from"
        + " before that, or write a migration that takes its changes back.");
  }

  /** The migration that replaces this one. */
  private Optional<MigrationIndex.Entry> squashOf(String version) {
    for (MigrationSource source : sources) {
      for (MigrationIndex.Entry entry : source.index().migrations()) {
        for (MigrationIndex.Replaced replaced : entry.replaces()) {
          if (names(version, replaced.id())) {
            return Optional.of(entry);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether everything up to this version is what a migration replaces. */
  private boolean isLastOf(History.Applied state, String version) {
    Optional<MigrationIndex.Entry> squash = history.squash(state.module(), state.id());
    return squash.isPresent()
        && names(
            version,
            squash.get().replaces().get(squash.get().replaces().size() - 1).id());
  }

  /** The rows by which a database without a history gets one. */
  List<HistoryTable.NewRow> baseline(Optional<String> upTo) throws SQLException {
    if (table.exists() && !table.read().isEmpty()) {
      throw new MigrationException.NotPossible("Schema " + session.schema()
          + " has a history already. Nothing was changed. A baseline begins one; stamp says of"
          + " single migrations that they are applied.");
    }
    if (upTo.isPresent()) {
      return stampable(upTo.get());
    }
    Set<String> files = new HashSet<>();
    for (MigrationSource source : sources) {
      for (MigrationIndex.Entry entry : source.index().migrations()) {
        files.add(entry.id().fileName());
      }
    }
    return stamps("", new TakeOver(session).applied(files).orElse(files));
  }

  /** The rows by which what is pending up to this migration counts as applied. */
  List<HistoryTable.NewRow> stampable(String version) {
    for (MigrationSource source : sources) {
      for (MigrationIndex.Entry entry : source.index().migrations()) {
        if (names(version, entry.id())) {
          return stamps(version);
        }
      }
    }
    throw new MigrationException.NotPossible(
        "This application has no migration " + version + ". Nothing was changed.");
  }

  private List<HistoryTable.NewRow> stamps(String upTo) {
    return stamps(upTo, Set.of());
  }

  /** @param files those that are meant; all of them if there are none */
  private List<HistoryTable.NewRow> stamps(String upTo, Set<String> files) {
    List<HistoryTable.NewRow> rows = new ArrayList<>();
    for (MigrationSource source : sources) {
      for (MigrationIndex.Entry entry : source.index().migrations()) {
        boolean last = names(upTo, entry.id());
        History.Applied state = history.of(source.module()).get(entry.id());
        boolean applied = state != null && state.phase() == History.Phase.APPLIED;
        boolean same = state != null && state.checksum().equals(entry.checksum());
        boolean within = upTo.isEmpty() || last || entry.id().text().compareTo(upTo) < 0;
        boolean meant = files.isEmpty() || files.contains(entry.id().fileName());
        if (meant && within && (!applied || last && !same)) {
          rows.addAll(Creation.stamps(source, entry, true, history));
        }
      }
    }
    return rows;
  }

  private static boolean names(String version, MigrationId id) {
    return version.equals(id.version())
        || version.equals(id.text())
        || version.equals(id.toString());
  }
}
