package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run has done so far, on however many connections. */
final class Progress {
  private final List<MigrationResult.Applied> applied = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<Work> running = Optional.empty();
  private long since;

  List<MigrationResult.Applied> applied() {
    return applied;
  }

  /** May be added to. */
  List<String> notes() {
    return notes;
  }

  /** Notes each sentence once. */
  void tell(List<String> sentences) {
    for (String sentence : sentences) {
      if (!notes.contains(sentence)) {
        Log.warning(sentence);
        notes.add(sentence);
      }
    }
  }

  /** Notes what is as it should be. */
  void mention(String sentence) {
    if (!notes.contains(sentence)) {
      Log.info(sentence);
      notes.add(sentence);
    }
  }

  void begin(Work work) {
    if (running.filter(before -> before.id().equals(work.id())).isEmpty()) {
      since = System.nanoTime();
    }
    running = Optional.of(work);
  }

  void end(Work work, Duration took) {
    applied.add(new MigrationResult.Applied(
        work.module(), work.id(), work.steps() - work.from() + 1, took));
    running = Optional.empty();
  }

  void add(List<MigrationResult.Applied> created) {
    applied.addAll(created);
  }

  /** The answer to a COMMIT may have been lost, and the migration be applied. */
  void find(History history) {
    if (running.isPresent()) {
      Work work = running.get();
      History.Applied state = history.of(work.module()).get(work.id());
      if (state != null && state.phase() == History.Phase.APPLIED) {
        end(work, Duration.ofNanos(System.nanoTime() - since));
      }
    }
  }
}
