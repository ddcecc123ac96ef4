package dev.varve.runtime.migrate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The current state of a database: the fold of the events in its history. */
final class History {
  private final Map<String, TreeMap<MigrationId, Applied>> modules = new TreeMap<>();
  private final Map<String, StateDigest> digests = new TreeMap<>();

  History(List<HistoryRow> rows) {
    for (HistoryRow row : rows) {
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
   * @param step the last step that took effect, of the migration or, while undoing, of the undo
   * @param entry the number of its last row
   */
  record Applied(
      String module,
      MigrationId id,
      Phase phase,
      int step,
      int steps,
      String checksum,
      long entry,
      Instant at,
      Duration took,
      String by) {}

  /** Takes one more event into account. */
  void add(HistoryRow row) {
    add(
        new Applied(
            row.module(),
            row.id(),
            phase(row),
            row.step(),
            row.steps(),
            row.checksum(),
            row.entry(),
            row.at(),
            row.took(),
            row.by()),
        row.event());
  }

  private static Phase phase(HistoryRow row) {
    return switch (row.event()) {
      case UNDONE -> Phase.UNDOING;
      case STAMPED -> Phase.APPLIED;
      case APPLIED -> row.step() == row.steps() ? Phase.APPLIED : Phase.APPLYING;
      case FAILED -> Phase.APPLYING;
    };
  }

  private void add(Applied state, HistoryRow.Event event) {
    if (event == HistoryRow.Event.FAILED) {
      return;
    }
    TreeMap<MigrationId, Applied> module =
        modules.computeIfAbsent(state.module(), name -> new TreeMap<>());
    StateDigest digest = digests.computeIfAbsent(state.module(), name -> new StateDigest());
    if (event == HistoryRow.Event.UNDONE && state.step() == state.steps()) {
      module.remove(state.id());
      digest.remove(state.id());
    } else {
      module.put(state.id(), state);
      if (state.phase() == Phase.APPLIED) {
        digest.add(state.id(), state.checksum());
      } else {
        digest.unfinished(state.id());
      }
    }
  }

  Optional<Applied> find(String module, MigrationId id) {
    return Optional.ofNullable(of(module).get(id));
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
      String module, MigrationId id, String checksum, HistoryRow.Event event, boolean last) {
    StateDigest digest = digests.getOrDefault(module, new StateDigest());
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
      String step = "step " + migration.step() + " of " + migration.steps() + " of ";
      switch (migration.phase()) {
        case APPLIED -> at = migration.id().toString();
        case APPLYING -> unfinished += ", and " + step + migration.id() + " is done";
        case UNDOING -> unfinished += ", and " + step + "undoing " + migration.id() + " is done";
      }
    }
    return "the database " + (at.isEmpty() ? "has no migration yet" : "is at " + at) + unfinished;
  }
}
