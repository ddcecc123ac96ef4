package dev.varve.runtime.migrate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a database stands to an application.
 *
 * @param schema where the history is
 * @param migrations those of the application and those of the database, in version order
 * @param parked what migrations took out of the application's sight, but not off the disk
 * @param development whether the history was marked, when it was created, as that of a development
 *     database, which may be reset
 */
public record Status(
    String schema, List<Migration> migrations, List<Parked> parked, boolean development) {
  public Status {
    migrations = List.copyOf(migrations);
    parked = List.copyOf(parked);
  }

  /**
   * A parked table, or a parked column of a table.
   *
   * @param bytes the size on disk: of a table with its indexes, of a column as the server's
   *     statistics have it, which is 0 before the table is analysed
   */
  public record Parked(String table, Optional<String> column, long bytes) {}

  /** How far a migration is. */
  public enum State {
    APPLIED,
    PENDING,
    /** A run was interrupted between two steps; the next one goes on. */
    HALF_APPLIED,
    /** A rollback was interrupted between two steps; the next run finishes it. */
    HALF_UNDONE,
    /** An earlier form of a soft migration is applied; the next run leads the database on from it. */
    REWRITTEN,
    /** Applied, but the application's file has another checksum. */
    EDITED,
    /** In the database, and not in the application. */
    UNKNOWN
  }

  /**
   * One migration.
   *
   * @param appliedAt when its last step took effect, by the server's clock; empty if pending
   * @param appliedBy the role that applied it; empty if pending
   */
  public record Migration(
      String module,
      MigrationId id,
      State state,
      Optional<Instant> appliedAt,
      Optional<String> appliedBy) {
    @Override
    public String toString() {
      return id
          + " "
          + state.name().toLowerCase(Locale.ROOT).replace('_', ' ')
          + appliedAt.map(at -> " " + at).orElse("");
    }
  }

  /** The migrations in this state. */
  public List<Migration> in(State state) {
    return migrations.stream().filter(migration -> migration.state() == state).toList();
  }

  static Status of(
      String schema,
      List<? extends MigrationSource> sources,
      History history,
      List<Parked> parked,
      boolean development) {
    List<Migration> all = new ArrayList<>();
    for (MigrationSource source : sources) {
      TreeMap<MigrationId, History.Applied> unknown = new TreeMap<>(history.of(source.module()));
      for (MigrationIndex.Entry entry : present(source, history, unknown, all)) {
        History.Applied state = unknown.remove(entry.id());
        if (state != null && isRewritten(source, entry, state)) {
          all.add(migration(state, State.REWRITTEN));
          continue;
        }
        all.add(
            state == null
                ? new Migration(
                    source.module(), entry.id(), State.PENDING, Optional.empty(), Optional.empty())
                : migration(state, state(state, Outstanding.isUnchanged(source, entry, state))));
      }
      for (History.Applied state : unknown.values()) {
        boolean rewritten = source.index().bridge(state.id(), state.checksum()).isPresent();
        all.add(migration(
            state,
            state.phase() == History.Phase.UNDOING
                ? State.HALF_UNDONE
                : rewritten ? State.REWRITTEN : State.UNKNOWN));
      }
    }
    all.sort((one, other) -> one.id().compareTo(other.id()));
    return new Status(schema, all, parked, development);
  }

  /**
   * The migrations, but of one that replaces others, of which the database has some: these; if it
   * has all, it is told to be applied.
   */
  private static List<MigrationIndex.Entry> present(
      MigrationSource source,
      History history,
      TreeMap<MigrationId, History.Applied> unknown,
      List<Migration> told) {
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    TreeMap<MigrationId, History.Applied> applied = history.of(source.module());
    for (MigrationIndex.Entry entry : source.index().migrations()) {
      if (!History.hasSome(applied, entry)) {
        entries.add(entry);
        continue;
      }
      List<MigrationIndex.Entry> parts = new ArrayList<>();
      boolean complete = true;
      History.Applied last = null;
      for (MigrationIndex.Replaced replaced : entry.replaces()) {
        if (replaced.squash()) {
          unknown.remove(replaced.id());
        } else {
          parts.add(replaced.entry());
          complete &= history.has(source.module(), replaced.id());
          last = applied.getOrDefault(replaced.id(), last);
        }
      }
      if (complete && last != null) {
        told.add(new Migration(
            source.module(),
            entry.id(),
            State.APPLIED,
            Optional.of(last.last().at()),
            Optional.of(last.last().by())));
        for (MigrationIndex.Entry part : parts) {
          unknown.remove(part.id());
        }
      } else {
        entries.addAll(parts);
      }
    }
    return entries;
  }

  private static boolean isRewritten(
      MigrationSource source, MigrationIndex.Entry entry, History.Applied state) {
    return state.phase() != History.Phase.UNDOING
        && !Outstanding.isUnchanged(source, entry, state)
        && (state.last().soft()
            || source.index().bridge(state.id(), state.checksum()).isPresent());
  }

  private static State state(History.Applied state, boolean same) {
    return switch (state.phase()) {
      case UNDOING -> State.HALF_UNDONE;
      case APPLYING -> same ? State.HALF_APPLIED : State.EDITED;
      case APPLIED -> same ? State.APPLIED : State.EDITED;
    };
  }

  private static Migration migration(History.Applied state, State shown) {
    return new Migration(
        state.module(),
        state.id(),
        shown,
        Optional.of(state.last().at()),
        Optional.of(state.last().by()));
  }
}
