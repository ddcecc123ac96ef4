package dev.varve.runtime.migrate;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/**
 * How the applier behaves.
 *
 * @param waitForLock how long to wait while another process migrates the same schema
 * @param lockTimeout how long a step in a transaction may at most wait for a lock on a table at a
 *     time, and so hold up everyone who queues behind it; the first attempt waits a tenth of it
 * @param statementTimeout how long a statement may take that changes the catalog only; statements
 *     that read or write rows, validate, or build an index concurrently have no limit
 * @param retryFor how long a step is tried again while locks are not granted, and a lost connection
 *     is made again; zero is never
 * @param development whether a history that is created is marked as a development database's
 * @param allowedLoss the tables ({@code users}) and columns ({@code users.email}) whose rows or
 *     values a rollback may lose
 * @param outOfOrder the migrations, as {@code version__name}, that are applied after newer ones
 *     although the history does not say that they commute with these
 * @param create whether an empty schema may be created from the folded one
 * @param verify when drift makes {@code migrate} stop
 */
public record Settings(
    Duration waitForLock,
    Duration lockTimeout,
    Duration statementTimeout,
    Duration retryFor,
    boolean development,
    Set<String> allowedLoss,
    Set<String> outOfOrder,
    boolean create,
    Set<Verify> verify,
    MigrationListener listener) {

  /** When {@code migrate} compares the database with what its migrations make. */
  public enum Verify {
    /** In the transaction of the first step that is run. */
    BEFORE,
    /** In the transaction of the last step that is run. */
    AFTER
  }

  /**
   * Ten minutes for other processes, two seconds for a lock, half a minute for a statement of the
   * catalog, ten minutes of retries; not for development, nothing may be lost, no listener.
   */
  public static final Settings DEFAULT = new Settings(
      Duration.ofMinutes(10),
      Duration.ofSeconds(2),
      Duration.ofSeconds(30),
      Duration.ofMinutes(10),
      false,
      Set.of(),
      Set.of(),
      true,
      Set.of(),
      new MigrationListener() {});

  public Settings {
    allowedLoss = Set.copyOf(allowedLoss);
    outOfOrder = Set.copyOf(outOfOrder);
    verify = Set.copyOf(verify);
  }

  public Settings waitForLock(Duration limit) {
    return new Settings(
        limit,
        lockTimeout,
        statementTimeout,
        retryFor,
        development,
        allowedLoss,
        outOfOrder,
        create,
        verify,
        listener);
  }

  public Settings lockTimeout(Duration limit) {
    return new Settings(
        waitForLock,
        limit,
        statementTimeout,
        retryFor,
        development,
        allowedLoss,
        outOfOrder,
        create,
        verify,
        listener);
  }

  public Settings statementTimeout(Duration limit) {
    return new Settings(
        waitForLock,
        lockTimeout,
        limit,
        retryFor,
        development,
        allowedLoss,
        outOfOrder,
        create,
        verify,
        listener);
  }

  public Settings retryFor(Duration limit) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        limit,
        development,
        allowedLoss,
        outOfOrder,
        create,
        verify,
        listener);
  }

  public Settings development(boolean marked) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        retryFor,
        marked,
        allowedLoss,
        outOfOrder,
        create,
        verify,
        listener);
  }

  public Settings allowLoss(Collection<String> names) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        retryFor,
        development,
        Set.copyOf(names),
        outOfOrder,
        create,
        verify,
        listener);
  }

  public Settings outOfOrder(Collection<String> migrations) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        retryFor,
        development,
        allowedLoss,
        Set.copyOf(migrations),
        create,
        verify,
        listener);
  }

  public Settings create(boolean may) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        retryFor,
        development,
        allowedLoss,
        outOfOrder,
        may,
        verify,
        listener);
  }

  public Settings verify(Collection<Verify> times) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        retryFor,
        development,
        allowedLoss,
        outOfOrder,
        create,
        Set.copyOf(times),
        listener);
  }

  public Settings listener(MigrationListener heard) {
    return new Settings(
        waitForLock,
        lockTimeout,
        statementTimeout,
        retryFor,
        development,
        allowedLoss,
        outOfOrder,
        create,
        verify,
        heard);
  }
}
