package dev.varve.runtime.migrate;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Commutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Migrations that are older than what is applied already: two branches were merged, and the younger
 * one was deployed first. Such a one may follow if, moved past each newer one in turn, it commutes.
 */
final class OutOfOrder {
  private final MigrationSource source;
  private final History history;
  private final Settings settings;
  private final Map<MigrationId, Optional<List<Change>>> changes = new HashMap<>();

  OutOfOrder(MigrationSource source, History history, Settings settings) {
    this.source = source;
    this.history = history;
    this.settings = settings;
  }

  /**
   * Refuses a migration that does not commute with the newer ones.
   *
   * @param gone what will be undone, or led over, before it is applied
   * @throws MigrationException.NotInOrder with the reason
   */
  void check(MigrationId late, Set<MigrationId> gone) {
    if (settings.outOfOrder().contains(late.text())) {
      return;
    }
    for (History.Applied applied : history.of(source.module()).values()) {
      MigrationId newer = applied.id();
      if (newer.compareTo(late) > 0 && !gone.contains(newer)) {
        Optional<String> reason = reason(late, newer);
        if (reason.isPresent()) {
          throw new MigrationException.NotInOrder(late, newer, reason.get());
        }
      }
    }
  }

  private Optional<String> reason(MigrationId late, MigrationId newer) {
    if (!isKnown(newer)) {
      return Optional.of("this application does not know what the newer one did");
    }
    if (isByHand(late)) {
      return Optional.of("it was written by hand, so that the history does not say what it does");
    }
    if (isByHand(newer)) {
      return Commutation.onlyAdds(changes(late).get())
          ? Optional.empty()
          : Optional.of("the newer one was written by hand, so that the history does not say what"
              + " it did, and the older one does more than to add");
    }
    return present(newer).conflict(late.text(), newer.text());
  }

  /** What the database has of the application's migrations, and all that is older than the newer. */
  private dev.varve.runtime.diff.History present(MigrationId newer) {
    List<dev.varve.runtime.diff.History.Entry> entries = new ArrayList<>();
    for (MigrationIndex.Entry entry : entries()) {
      MigrationId id = entry.id();
      if (id.compareTo(newer) <= 0 || history.of(source.module()).containsKey(id)) {
        List<String> after = new ArrayList<>();
        for (MigrationId head : entry.after()) {
          after.add(head.text());
        }
        entries.add(new dev.varve.runtime.diff.History.Entry(
            id.version(), id.name(), after, changes(id).orElse(List.of()), replaced(entry)));
      }
    }
    return new dev.varve.runtime.diff.History(entries);
  }

  private static List<String> replaced(MigrationIndex.Entry entry) {
    List<String> ids = new ArrayList<>();
    for (MigrationIndex.Replaced replaced : entry.replaces()) {
      ids.add(replaced.id().text());
    }
    return ids;
  }

  /** The application's migrations, but instead of one that replaces others these, if they are there. */
  private List<MigrationIndex.Entry> entries() {
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    for (MigrationIndex.Entry entry : source.index().migrations()) {
      if (History.hasSome(history.of(source.module()), entry)) {
        for (MigrationIndex.Replaced replaced : entry.replaces()) {
          entries.add(replaced.entry());
        }
      } else {
        entries.add(entry);
      }
    }
    return entries;
  }

  private Optional<MigrationIndex.Entry> find(MigrationId id) {
    for (MigrationIndex.Entry entry : entries()) {
      if (entry.id().equals(id)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(MigrationId id) {
    return find(id).isPresent();
  }

  /** What one that was written by hand does the history does not know; it may declare a part. */
  private boolean isByHand(MigrationId id) {
    Optional<MigrationIndex.Entry> entry = find(id);
    return entry.isEmpty() || !entry.get().generated() || changes(id).isEmpty();
  }

  private Optional<List<Change>> changes(MigrationId id) {
    return changes.computeIfAbsent(
        id, unread -> source.record(unread).map(RecordedChanges::changes));
  }
}
