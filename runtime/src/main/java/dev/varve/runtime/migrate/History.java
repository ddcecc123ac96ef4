package dev.varve.runtime.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The current state of a database: the fold of the events in its history. */
final class History {
  private final Map<String, TreeMap<MigrationId, Applied>> modules = new TreeMap<>();
  private final Map<String, StateDigest> digests = new TreeMap<>();

  /** By the module, the migrations that replace others. */
  private final Map<String, Map<MigrationId, MigrationIndex.Entry>> squashes = new TreeMap<>();

  History(List<HistoryEvent> rows) {
    this(rows, List.of());
  }

  /**
   * @param sources tell which migrations replace others: where one has taken effect, these are
   *     nothing of its own any more
   */
  History(List<HistoryEvent> rows, List<? extends MigrationSource> sources) {
    for (MigrationSource source : sources) {
      Map<MigrationId, MigrationIndex.Entry> found = new TreeMap<>();
      for (MigrationIndex.Entry entry : source.index().migrations()) {
        if (entry.isSquash()) {
          found.put(entry.id(), entry);
        }
      }
      if (!found.isEmpty()) {
        squashes.put(source.module(), found);
      }
    }
    for (HistoryEvent row : rows) {
      add(row);
    }
  }

  /** The migration, if it replaces others. */
  Optional<MigrationIndex.Entry> squash(String module, MigrationId id) {
    return Optional.ofNullable(squashes.getOrDefault(module, Map.of()).get(id));
  }

  /** Whether a database has any of what a migration replaces, and not the migration itself. */
  static boolean hasSome(Map<MigrationId, Applied> applied, MigrationIndex.Entry squash) {
    if (applied.containsKey(squash.id())) {
      return false;
    }
    for (MigrationIndex.Replaced replaced : squash.replaces()) {
      if (applied.containsKey(replaced.id())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is applied to its end, be it on its own or replaced by another. */
  boolean has(String module, MigrationId id) {
    Applied state = modules.getOrDefault(module, new TreeMap<>()).get(id);
    return state != null && state.phase() == Phase.APPLIED;
  }

  /** How far a migration is. */
  enum Phase {
    /** Some steps of the migration have taken effect, and others have not. */
    APPLYING,
    APPLIED,
    /** Some steps of the undo script have taken effect, and others have not. */
    UNDOING
  }

  /**
   * A migration that has left something in the database.
   *
   * @param last the event that brought it to where it is
   */
  record Applied(HistoryEvent last, Phase phase) {
    String module() {
      return last.module();
    }

    MigrationId id() {
      return last.migration();
    }

    String checksum() {
      return last.checksum();
    }

    /** The last step that took effect, of the migration or, while undoing, of the undo. */
    int step() {
      return last.step();
    }
  }

  /** Takes one more event into account. */
  void add(HistoryEvent row) {
    if (row.kind() == HistoryEvent.Kind.FAILED) {
      return;
    }
    TreeMap<MigrationId, Applied> module =
        modules.computeIfAbsent(row.module(), name -> new TreeMap<>());
    StateDigest digest = digests.computeIfAbsent(row.module(), name -> new StateDigest());
    boolean undone = row.kind() == HistoryEvent.Kind.UNDONE;
    boolean last = row.step() == row.steps() || row.kind() == HistoryEvent.Kind.STAMPED;
    if (undone && last) {
      module.remove(row.migration());
      digest.remove(row.migration());
    } else if (last) {
      module.put(row.migration(), new Applied(row, Phase.APPLIED));
      for (MigrationIndex.Replaced replaced : replaces(row.module(), row.migration())) {
        digest.remove(replaced.id());
      }
      digest.add(row.migration(), row.checksum());
    } else {
      module.put(row.migration(), new Applied(row, undone ? Phase.UNDOING : Phase.APPLYING));
      digest.unfinished(row.migration());
    }
  }

  private List<MigrationIndex.Replaced> replaces(String module, MigrationId id) {
    Optional<MigrationIndex.Entry> squash = squash(module, id);
    return squash.isPresent() ? squash.get().replaces() : List.of();
  }

  /**
   * The migrations of a module in version order. One that replaces others stands for them; unless an
   * application that did not know of it has undone one since: then the others stand for themselves.
   */
  TreeMap<MigrationId, Applied> of(String module) {
    TreeMap<MigrationId, Applied> all = modules.getOrDefault(module, new TreeMap<>());
    if (!squashes.containsKey(module)) {
      return all;
    }
    TreeMap<MigrationId, Applied> seen = new TreeMap<>(all);
    for (MigrationIndex.Entry squash : squashes.get(module).values()) {
      Applied state = all.get(squash.id());
      if (state != null && (state.phase() != Phase.APPLIED || hasAll(module, squash))) {
        for (MigrationIndex.Replaced replaced : squash.replaces()) {
          seen.remove(replaced.id());
        }
      } else if (state != null) {
        seen.remove(squash.id());
      }
    }
    return seen;
  }

  private boolean hasAll(String module, MigrationIndex.Entry squash) {
    for (MigrationIndex.Replaced replaced : squash.replaces()) {
      if (!replaced.squash() && !has(module, replaced.id())) {
        return false;
      }
    }
    return true;
  }

  /** The migrations of these modules, the newest version first. */
  List<Applied> newestFirst(List<? extends MigrationSource> sources) {
    List<Applied> all = new ArrayList<>();
    for (MigrationSource source : sources) {
      all.addAll(of(source.module()).values());
    }
    all.sort((one, other) -> other.id().compareTo(one.id()));
    return all;
  }

  /** The module's digest; empty while a migration is unfinished. */
  String digest(String module) {
    StateDigest digest = digests.get(module);
    return digest == null ? MigrationIndex.digest(List.of()) : digest.text();
  }

  /** The module's digest after an event that has not happened yet. */
  String digestAfter(
      String module, MigrationId id, String checksum, HistoryEvent.Kind event, boolean last) {
    return digestAfter(module, Optional.empty(), id, checksum, event, last);
  }

  /** The same, where the event also makes an end to another migration. */
  String digestAfter(
      String module,
      Optional<MigrationId> replaced,
      MigrationId id,
      String checksum,
      HistoryEvent.Kind event,
      boolean last) {
    StateDigest digest = digests.getOrDefault(module, new StateDigest());
    if (replaced.isPresent()) {
      digest = digest.without(replaced.get());
    }
    for (MigrationIndex.Replaced gone : replaces(module, id)) {
      digest = digest.without(gone.id());
    }
    return switch (event) {
      case APPLIED, STAMPED -> last ? digest.textWith(id, checksum) : "";
      case UNDONE -> last ? digest.textWithout(id) : "";
      case FAILED -> digest.text();
    };
  }

  /** {@code the database is at V…__b, and step 1 of 3 of V…__c is done}. */
  String describe(String module) {
    String at = "";
    String unfinished = "";
    for (Applied migration : of(module).values()) {
      String step = "step " + migration.step() + " of " + migration.last().steps() + " of ";
      switch (migration.phase()) {
        case APPLIED -> at = migration.id().toString();
        case APPLYING -> unfinished += ", and " + step + migration.id() + " is done";
        case UNDOING -> unfinished += ", and " + step + "undoing " + migration.id() + " is done";
      }
    }
    return "the database " + (at.isEmpty() ? "has no migration yet" : "is at " + at) + unfinished;
  }
}
