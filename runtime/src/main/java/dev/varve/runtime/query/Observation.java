package dev.varve.runtime.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that somebody listens to or records. */
final class Observation {
  private final QueryListener[] listeners;
  private final String sql;
  private final Binder values;
  private final long start = System.nanoTime();
  private final @Nullable StatementRecording recording;
  private long rows;

  private Observation(QueryListener[] listeners, String sql, Binder values, boolean recorded) {
    this.listeners = listeners;
    this.sql = sql;
    this.values = values;
    this.recording = recorded ? StatementRecording.started() : null;
  }

  static @Nullable Observation start(Database database, String sql, Binder values) {
    boolean recorded = Lease.RECORDER && StatementRecording.isRecorded();
    return recorded || database.listeners().length > 0
        ? new Observation(database.listeners(), sql, values, recorded)
        : null;
  }

  void rows(long count) {
    rows = count;
  }

  void end(@Nullable Throwable failure) {
    long nanos = System.nanoTime() - start;
    if (recording != null) {
      record(recording, failure);
    }
    for (QueryListener listener : listeners) {
      try {
        listener.executed(new QueryListener.Execution(
            sql, values.texts(), nanos, rows, Optional.ofNullable(failure)));
      } catch (RuntimeException e) {
        if (failure == null) {
          throw e;
        }
        failure.addSuppressed(e);
      }
    }
  }

  private void record(StatementRecording event, @Nullable Throwable failure) {
    event.end();
    if (event.shouldCommit()) {
      event.sql = sql;
      event.parameters = String.join(", ", values.texts());
      event.rows = rows;
      event.failure = failure == null ? "" : failure.toString();
      event.commit();
    }
  }
}
