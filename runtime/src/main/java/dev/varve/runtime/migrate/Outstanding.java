package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.Checksum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be done: the difference between what the application has and what its database has.
 *
 * @param halfUndone undo scripts that an earlier run began; they are finished first
 * @param forgotten soft migrations of which the application knows no way on; they are undone
 * @param left earlier forms of soft migrations that are no more, and the way back from them
 * @param pending in version order over all modules, which is always a valid order
 * @param joining migrations that count as applied when all that they replace is
 * @param notes what the user should know
 */
record Outstanding(
    List<History.Applied> halfUndone,
    List<History.Applied> forgotten,
    List<Left> left,
    List<Pending> pending,
    List<Joined> joining,
    List<String> notes) {

  /** A migration that replaces others, some of which the database has. */
  record Joined(MigrationSource source, MigrationIndex.Entry entry) {
    /** What the user may like to know, and need not act on. */
    String note() {
      return entry.id() + " stands for " + entry.replaces().size()
          + " migrations that this database has; it counts as applied.";
    }
  }

  /**
   * A migration to apply.
   *
   * @param from its first step to run, from 1
   * @param outOfOrder whether a newer one of its module is applied already
   * @param earlier the earlier form that the database has of it
   */
  record Pending(
      MigrationSource source,
      MigrationIndex.Entry entry,
      int from,
      boolean outOfOrder,
      Optional<Earlier> earlier) {}

  /** An earlier form of a soft migration in the database, and the way on from it. */
  record Earlier(History.Applied state, MigrationIndex.Bridge bridge) {}

  /** The same, where nothing took its place. */
  record Left(MigrationSource source, Earlier earlier) {}

  /**
   * Compares.
   *
   * @throws MigrationException.Edited if an applied migration's checksum differs
   * @throws MigrationException.Missing if the database has one, between those of the application,
   *     that the application does not have
   */
  static Outstanding of(List<? extends MigrationSource> sources, History history) {
    Outstanding found = new Outstanding(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
    for (MigrationSource source : sources) {
      found.compare(source, history.of(source.module()));
    }
    found.pending.sort((one, other) -> one.entry().id().compareTo(other.entry().id()));
    return found;
  }

  private void compare(MigrationSource source, TreeMap<MigrationId, History.Applied> history) {
    TreeMap<MigrationId, History.Applied> applied = new TreeMap<>(history);
    Map<MigrationId, Earlier> earlier = takeEarlier(source, applied);
    TreeMap<MigrationId, History.Applied> unknown = new TreeMap<>(applied);
    List<History.Applied> edited = new ArrayList<>();
    String checksum = "";
    long newestKnown = 0;
    for (MigrationIndex.Entry entry : present(source, applied, unknown)) {
      History.Applied state = unknown.remove(entry.id());
      Optional<Earlier> form = Optional.ofNullable(earlier.get(entry.id()));
      if (state == null || state.phase() == History.Phase.UNDOING) {
        pending.add(pending(source, entry, 1, applied, form));
        continue;
      }
      if (state.last().soft() && !isUnchanged(source, entry, state)) {
        forget(state);
        applied.remove(entry.id());
        pending.add(pending(source, entry, 1, applied, Optional.empty()));
        continue;
      }
      newestKnown = Math.max(newestKnown, state.last().entry());
      if (!isUnchanged(source, entry, state)) {
        checksum = edited.isEmpty() ? entry.checksum() : checksum;
        edited.add(state);
      } else if (state.phase() == History.Phase.APPLYING) {
        pending.add(pending(source, entry, state.step() + 1, applied, Optional.empty()));
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
    checkUnknown(source, leaveSoft(unknown), newestKnown);
  }

  /**
   * The migrations in version order; where the database has some of what one replaces, those instead
   * of it.
   *
   * @throws MigrationException.Replaced if one is needed that is not kept any more
   */
  private List<MigrationIndex.Entry> present(
      MigrationSource source,
      TreeMap<MigrationId, History.Applied> applied,
      TreeMap<MigrationId, History.Applied> unknown) {
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    for (MigrationIndex.Entry entry : source.index().migrations()) {
      if (!History.hasSome(applied, entry)) {
        entries.add(entry);
        continue;
      }
      List<MigrationId> gone = new ArrayList<>();
      for (MigrationIndex.Replaced replaced : entry.replaces()) {
        History.Applied state = applied.get(replaced.id());
        boolean done = state != null && state.phase() == History.Phase.APPLIED;
        if (replaced.squash()) {
          unknown.remove(replaced.id());
        } else if (done || replaced.kept()) {
          entries.add(replaced.entry());
        } else {
          gone.add(replaced.id());
        }
      }
      if (!gone.isEmpty()) {
        throw new MigrationException.Replaced(entry.id(), gone);
      }
      joining.add(new Joined(source, entry));
    }
    entries.sort((one, other) -> one.id().compareTo(other.id()));
    return entries;
  }

  /**
   * What the application knows to be an earlier form of something: by what took its place. Only a
   * form that was applied to its end can be led on.
   */
  private Map<MigrationId, Earlier> takeEarlier(
      MigrationSource source, TreeMap<MigrationId, History.Applied> applied) {
    Map<MigrationId, Earlier> earlier = new HashMap<>();
    for (History.Applied state : List.copyOf(applied.values())) {
      Optional<MigrationIndex.Bridge> bridge = state.phase() == History.Phase.APPLIED
          ? source.index().bridge(state.id(), state.checksum())
          : Optional.empty();
      if (bridge.isEmpty()) {
        continue;
      }
      applied.remove(state.id());
      Earlier form = new Earlier(state, bridge.get());
      if (bridge.get().to().isEmpty()) {
        left.add(0, new Left(source, form));
      } else {
        earlier.put(bridge.get().to().get(), form);
      }
    }
    return earlier;
  }

  /** Those that the application must know. A soft one is in the way of what is pending only. */
  private List<History.Applied> leaveSoft(TreeMap<MigrationId, History.Applied> unknown) {
    List<History.Applied> firm = new ArrayList<>();
    for (History.Applied state : unknown.values()) {
      if (!state.last().soft()) {
        firm.add(state);
      } else if (pending.isEmpty()) {
        notes.add("The database has " + state.id()
            + ", which this application does not know and which was not committed when it ran.");
      } else {
        forget(state);
      }
    }
    return firm;
  }

  private void forget(History.Applied state) {
    forgotten.add(0, state);
    notes.add("Undid " + state.id() + ", of which this form is not known any more; what it had"
        + " added is parked.");
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
      TreeMap<MigrationId, History.Applied> applied,
      Optional<Earlier> earlier) {
    boolean newerExists = !applied.isEmpty() && applied.lastKey().compareTo(entry.id()) > 0;
    return new Pending(source, entry, from, newerExists, earlier);
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
