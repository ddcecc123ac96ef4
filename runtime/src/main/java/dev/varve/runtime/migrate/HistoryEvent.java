package dev.varve.runtime.migrate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One event in the life of a migration, as the history table keeps it. Events are only ever added;
 * where a migration stands follows from them.
 *
 * @param entry the row's number; later events have greater ones
 * @param kind what happened
 * @param step which of the script's steps the event is about, from 1
 * @param steps how many the script has
 * @param checksum of the migration's script
 * @param at when the step started, by the server's clock
 * @param took how long it took
 * @param by the role that was logged in
 * @param application what the connection called itself
 * @param varve the version of Varve
 * @param allowedLoss the tables and columns whose rows or values an undo was allowed to lose
 * @param message what the server said; of a failed step only
 * @param soft whether the migration was one that version control did not have yet
 */
public record HistoryEvent(
    long entry,
    String module,
    MigrationId migration,
    Kind kind,
    int step,
    int steps,
    String checksum,
    Instant at,
    Duration took,
    String by,
    String application,
    String varve,
    List<String> allowedLoss,
    Optional<String> message,
    boolean soft) {
  public HistoryEvent {
    allowedLoss = List.copyOf(allowedLoss);
  }

  /** What happened; the constants' names in lower case are what the table holds. */
  public enum Kind {
    /** A step of the migration took effect. */
    APPLIED("applied"),
    /** A step of the undo script took effect. */
    UNDONE("undone"),
    /** The migration counts as applied without having been run. */
    STAMPED("stamped"),
    /** A step failed; what it had done was rolled back, or starts again. */
    FAILED("failed");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("Unknown event \"" + text + "\" in the history.");
    }
  }

  @Override
  public String toString() {
    return migration
        + (steps == 1 ? " " : " step " + step + " of " + steps + " ")
        + kind.text()
        + " "
        + at
        + message.map(said -> ": " + said).orElse("");
  }
}
