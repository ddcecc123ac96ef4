package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is to be done: the difference between what the application has and what its database has.
 *
 * @param halfUndone undo scripts that an earlier run began; they are finished first
 * @param pending in version order over all modules, which is always a valid order
 * @param notes what the user should know
 */
record Outstanding(List<History.Applied> halfUndone, List<Pending> pending, List<String> notes) {

  /**
   * A migration to apply.
   *
   * @param from its first step to run, from 1
   * @param outOfOrder whether a newer one of its module is applied already
   */
  record Pending(
      MigrationSource source, MigrationIndex.Entry entry, int from, boolean outOfOrder) {}

  boolean isEmpty() {
    return halfUndone.isEmpty() && pending.isEmpty();
  }

  /**
   * Compares.
   *
   * @throws MigrationException.Edited if an applied migration's checksum differs
   * @throws MigrationException.Missing if the database has one, between those of the application,
   *     that the application does not have
   */
  static Outstanding of(List<? extends MigrationSource> sources, History history) {
    Outstanding found = new Outstanding(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (MigrationSource source : sources) {
      found.compare(source, history.of(source.module()));
    }
    found.pending.sort((one, other) -> one.entry().id().compareTo(other.entry().id()));
    return found;
  }

  private void compare(MigrationSource source, TreeMap<MigrationId, History.Applied> applied) {
    TreeMap<MigrationId, History.Applied> unknown = new TreeMap<>(applied);
    List<History.Applied> edited = new ArrayList<>();
    String checksum = "";
    long newestKnown = 0;
    for (MigrationIndex.Entry entry : source.index().migrations()) {
      History.Applied state = unknown.remove(entry.id());
      if (state == null || state.phase() == History.Phase.UNDOING) {
        pending.add(pending(source, entry, 1, applied));
        continue;
      }
      newestKnown = Math.max(newestKnown, state.last().entry());
      if (!isUnchanged(source, entry, state)) {
        checksum = edited.isEmpty() ? entry.checksum() : checksum;
        edited.add(state);
      } else if (state.phase() == History.Phase.APPLYING) {
        pending.add(pending(source, entry, state.step() + 1, applied));
      }
    }
    for (History.Applied state : applied.values()) {
      if (state.phase() == History.Phase.UNDOING) {
        halfUndone.add(0, state);
        unknown.remove(state.id());
      }
    }
    if (!edited.isEmpty()) {
      throw new MigrationException.Edited(ids(edited), checksum, edited.get(0).checksum());
    }
    checkUnknown(source, new ArrayList<>(unknown.values()), newestKnown);
  }

  /**
   * Whether the application's script is the one that was applied. A checksum of another version of
   * the algorithm is computed as that version did; one that is newer than this runtime tells it
   * nothing, and whoever wrote it will compare.
   */
  static boolean isUnchanged(
      MigrationSource source, MigrationIndex.Entry entry, History.Applied applied) {
    String recorded = applied.checksum();
    return recorded.equals(entry.checksum())
        || Checksum.isOfNewerVersion(recorded)
        || (!Checksum.isSameVersion(recorded, entry.checksum())
            && Checksum.matches(recorded, source.script(entry.id())));
  }

  private static Pending pending(
      MigrationSource source,
      MigrationIndex.Entry entry,
      int from,
      TreeMap<MigrationId, History.Applied> applied) {
    boolean newerExists = !applied.isEmpty() && applied.lastKey().compareTo(entry.id()) > 0;
    return new Pending(source, entry, from, newerExists);
  }

  /**
   * An application may start with a database that a newer one has migrated: what it does not know
   * is then newer than all it knows, by version or by when it was applied.
   */
  private void checkUnknown(
      MigrationSource source, List<History.Applied> unknown, long newestKnown) {
    List<MigrationIndex.Entry> known = source.index().migrations();
    List<History.Applied> missing = new ArrayList<>();
    for (History.Applied state : unknown) {
      boolean newer = known.isEmpty()
          || state.id().compareTo(known.get(known.size() - 1).id()) > 0
          || state.last().entry() > newestKnown;
      if (newer) {
        notes.add("The database is newer than this application: it has " + state.id() + ".");
      } else {
        missing.add(state);
      }
    }
    if (!missing.isEmpty()) {
      throw new MigrationException.Missing(ids(missing));
    }
  }

  private static List<MigrationId> ids(List<History.Applied> states) {
    List<MigrationId> ids = new ArrayList<>();
    for (History.Applied state : states) {
      ids.add(state.id());
    }
    return ids;
  }
}
