package dev.varve.runtime.migrate;

import java.time.Duration;
import java.time.Instant;

/**
 * One event in the life of a migration, as the history table keeps it; rows are only ever added.
 *
 * @param entry the row's number; later events have greater ones
 * @param step which of the script's steps the event is about, from 1
 * @param steps how many the script has
 * @param at when the step started, by the server's clock
 * @param by the role that was logged in
 */
record HistoryRow(
    long entry,
    String module,
    MigrationId id,
    int step,
    int steps,
    Event event,
    String checksum,
    Instant at,
    Duration took,
    String by) {

  /** What happened; the constants' names in lower case are what the table holds. */
  enum Event {
    /** A step of the migration took effect. */
    APPLIED("applied"),
    /** A step of the undo script took effect. */
    UNDONE("undone"),
    /** The migration counts as applied without having been run. */
    STAMPED("stamped"),
    /** A step failed; what it had done was rolled back, or starts again. */
    FAILED("failed");

    private final String text;

    Event(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Event of(String text) {
      for (Event event : values()) {
        if (event.text.equals(text)) {
          return event;
        }
      }
      throw new IllegalArgumentException("Unknown event \"" + text + "\" in the history.");
    }
  }
}
