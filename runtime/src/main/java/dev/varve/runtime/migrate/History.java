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

  History(List<HistoryEvent> rows) {
    for (HistoryEvent row : rows) {
      add(row);
    }
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
      digest.add(row.migration(), row.checksum());
    } else {
      module.put(row.migration(), new Applied(row, undone ? Phase.UNDOING : Phase.APPLYING));
      digest.unfinished(row.migration());
    }
  }

  /** The migrations of a module in version order. */
  TreeMap<MigrationId, Applied> of(String module) {
    return modules.getOrDefault(module, new TreeMap<>());
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
