package dev.varve.runtime;

import dev.varve.runtime.query.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a migration in Java. The last one, which does not {@link #goOn}, commits
 * together with the row that says that the migration is applied.
 */
public final class Batch {
  private final Transaction transaction;
  private final Optional<String> position;
  private @Nullable String next;
  private long rows;

  Batch(Transaction transaction, Optional<String> position) {
    this.transaction = transaction;
    this.position = position;
  }

  /** The transaction, which commits when {@code run} returns. */
  public Transaction transaction() {
    return transaction;
  }

  /**
   * Where the batch before it stopped, also if that was in a process which was killed since; empty
   * for the first.
   */
  public Optional<String> position() {
    return position;
  }

  /**
   * Another batch follows, in a transaction of its own.
   *
   * @param stoppedAt what the next one gets as its position, such as the last key; up to 2,000
   *     characters, and never what this one got
   * @param changed how many rows this batch changed, for who listens to the progress
   */
  public void goOn(String stoppedAt, long changed) {
    if (stoppedAt.length() > 2_000) {
      throw new IllegalArgumentException("A position has up to 2,000 characters, this one has "
          + stoppedAt.length() + ". The last key is enough.");
    }
    next = stoppedAt;
    rows = changed;
  }

  Optional<String> next() {
    return Optional.ofNullable(next);
  }

  long rows() {
    return rows;
  }
}
