package dev.varve.runtime.migrate;

/**
 * What a statement may take.
 *
 * @param lock milliseconds to wait for a lock; 0 is without limit
 * @param statement milliseconds to run; 0 is without limit
 */
record StepLimits(long lock, long statement) {

  /** Makes the limits of each statement in a transaction, which grow with its attempts. */
  static final class Growing {
    private final Settings settings;
    private final long attempt;

    private Growing(Settings settings, long attempt) {
      this.settings = settings;
      this.attempt = attempt;
    }

    Growing longer() {
      return new Growing(settings, Math.min(attempt * 2, settings.lockTimeout().toMillis()));
    }

    /**
     * The limits of a statement.
     *
     * @param changed whether the transaction has changed the catalog, or is about to: others may
     *     then wait for it, and it must not wait long for anything
     */
    StepLimits of(StatementKind kind, boolean changed) {
      return new StepLimits(
          changed ? attempt : patience(settings),
          kind == StatementKind.CATALOG ? settings.statementTimeout().toMillis() : 0);
    }
  }

  /** The first attempt waits a tenth of the lock timeout. */
  static Growing first(Settings settings) {
    return new Growing(settings, Math.max(1, settings.lockTimeout().toMillis() / 10));
  }

  /** A concurrent build that is stopped while it waits for others leaves an invalid index. */
  static StepLimits outside(Settings settings, StatementKind kind) {
    return new StepLimits(kind == StatementKind.CONCURRENT ? 0 : patience(settings), 0);
  }

  /** Nobody waits for tables that are not there yet. */
  static StepLimits creating(Settings settings) {
    return new StepLimits(Math.max(1, settings.lockTimeout().toMillis()), 0);
  }

  /** A table that is locked for good must be told in the end. */
  private static long patience(Settings settings) {
    long longest =
        Math.max(settings.lockTimeout().toMillis(), settings.retryFor().toMillis());
    return Math.max(1, Math.min(longest, Integer.MAX_VALUE));
  }
}
