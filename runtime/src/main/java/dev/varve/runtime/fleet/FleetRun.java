package dev.varve.runtime.fleet;

import dev.varve.runtime.fleet.FleetReport.Outcome;
import dev.varve.runtime.fleet.FleetReport.State;
import dev.varve.runtime.migrate.MigrationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** One run over a fleet: two waves, each of workers that take the next member until told to stop. */
final class FleetRun {
  private final List<Member> members;
  private final Function<DataSource, MigrationResult> call;
  private final int parallel;
  private final Set<String> canaries;
  private final int stopAfter;
  private final Consumer<Outcome> listener;

  /** Guarded by itself; also keeps calls of the listener apart. */
  private final Map<String, Outcome> outcomes = new HashMap<>();

  private final ReentrantLock lock = new ReentrantLock();

  private volatile int failures;
  private volatile boolean interrupted;

  FleetRun(
      List<Member> members,
      Function<DataSource, MigrationResult> call,
      int parallel,
      Set<String> canaries,
      int stopAfter,
      Consumer<Outcome> listener) {
    this.members = members;
    this.call = call;
    this.parallel = parallel;
    this.canaries = canaries;
    this.stopAfter = stopAfter;
    this.listener = listener;
  }

  FleetReport run() {
    Instant startedAt = Instant.now();
    long start = System.nanoTime();
    wave(true, 1);
    if (failures == 0 && !interrupted) {
      wave(false, stopAfter);
    }
    List<Outcome> all = new ArrayList<>();
    lock.lock();
    try {
      for (Member member : members) {
        Outcome outcome = outcomes.get(member.name());
        all.add(outcome == null ? notStarted(member) : outcome);
      }
    } finally {
      lock.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new FleetReport(startedAt, Duration.ofNanos(System.nanoTime() - start), all);
  }

  /** Works on the canaries, or on the others, until so many have failed. */
  private void wave(boolean first, int most) {
    Queue<Member> waiting = new ConcurrentLinkedQueue<>();
    for (Member member : members) {
      if (canaries.contains(member.name()) == first) {
        waiting.add(member);
      }
    }
    int workers = Math.min(parallel, waiting.size());
    if (workers == 0) {
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(workers, work -> new Thread(work, "varve-fleet"));
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        working.add(pool.submit(() -> work(waiting, most)));
      }
      for (Future<?> worker : working) {
        await(worker, pool);
      }
    } finally {
      pool.shutdown();
    }
  }

  private void work(Queue<Member> waiting, int most) {
    while (failures < most && !interrupted) {
      Member member = waiting.poll();
      if (member == null) {
        return;
      }
      Outcome outcome = migrate(member);
      lock.lock();
      try {
        outcomes.put(member.name(), outcome);
        failures += outcome.state() == State.FAILED ? 1 : 0;
        listener.accept(outcome);
      } finally {
        lock.unlock();
      }
    }
  }

  /** An interrupted run ends when its workers have noticed, so that the report is true. */
  private void await(Future<?> worker, ExecutorService pool) {
    while (true) {
      try {
        worker.get();
        return;
      } catch (InterruptedException e) {
        interrupted = true;
        pool.shutdownNow();
      } catch (ExecutionException e) {
        pool.shutdownNow();
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException thrown
            ? thrown
            : new IllegalStateException(e);
      }
    }
  }

  private Outcome migrate(Member member) {
    long start = System.nanoTime();
    State state;
    List<String> applied = List.of();
    List<String> notes = List.of();
    Optional<String> error = Optional.empty();
    try {
      MigrationResult result = call.apply(member.dataSource());
      applied = result.applied().stream().map(one -> one.migration().toString()).toList();
      notes = result.notes();
      state = applied.isEmpty() ? State.UP_TO_DATE : State.APPLIED;
    } catch (RuntimeException e) {
      // One tenant's trouble, whatever it is, must not hide how the others fare.
      state = State.FAILED;
      error = Optional.of(String.valueOf(e.getMessage()));
    }
    return new Outcome(
        member.name(),
        canaries.contains(member.name()),
        state,
        applied,
        notes,
        error,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private Outcome notStarted(Member member) {
    return new Outcome(
        member.name(),
        canaries.contains(member.name()),
        State.NOT_STARTED,
        List.of(),
        List.of(),
        Optional.empty(),
        Duration.ZERO);
  }
}
