package dev.varve.runtime.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a transaction runs; what is not said is as the server is set. */
public final class TransactionOptions {
  public static final TransactionOptions DEFAULT =
      new TransactionOptions(null, false, false, null, 0, List.of());

  /** For a call that needs a transaction of its own for its statements. */
  static final TransactionOptions ONE_CALL =
      new TransactionOptions(null, false, false, null, 0, List.of());

  private final @Nullable Isolation isolation;
  private final boolean readOnly;
  private final boolean deferrable;
  private final @Nullable Duration timeout;
  private final int retries;

  /** Names and values in turn. */
  private final List<String> settings;

  private TransactionOptions(
      @Nullable Isolation isolation,
      boolean readOnly,
      boolean deferrable,
      @Nullable Duration timeout,
      int retries,
      List<String> settings) {
    this.isolation = isolation;
    this.readOnly = readOnly;
    this.deferrable = deferrable;
    this.timeout = timeout;
    this.retries = retries;
    this.settings = settings;
  }

  public static TransactionOptions repeatableRead() {
    return DEFAULT.isolation(Isolation.REPEATABLE_READ);
  }

  public static TransactionOptions serializable() {
    return DEFAULT.isolation(Isolation.SERIALIZABLE);
  }

  /**
   * Serializable and read-only: waits at its start until it can run without being disturbed or
   * disturbing others, and then never fails to serialize. For long reports.
   */
  public static TransactionOptions deferrable() {
    return new TransactionOptions(Isolation.SERIALIZABLE, true, true, null, 0, List.of());
  }

  public TransactionOptions isolation(Isolation level) {
    boolean serializable = level == Isolation.SERIALIZABLE;
    return new TransactionOptions(
        level, readOnly, deferrable && serializable, timeout, retries, settings);
  }

  /** The server refuses to change anything. */
  public TransactionOptions readOnly() {
    return new TransactionOptions(isolation, true, deferrable, timeout, retries, settings);
  }

  /**
   * How long it may take, all attempts and what happens between the statements included. A statement
   * that runs when the time is over is cancelled on the server; none is begun after it, nor is the
   * transaction committed.
   */
  public TransactionOptions timeout(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new StatementException("A transaction needs time: " + time + " is none.");
    }
    return new TransactionOptions(isolation, readOnly, deferrable, time, retries, settings);
  }

  /**
   * How many times the work is run anew, in a new transaction after a short and growing pause, when
   * the server ends it by a serialization failure (40001) or to resolve a deadlock (40P01). The work
   * runs from its start: what it does outside of the database it does again.
   */
  public TransactionOptions retries(int times) {
    if (times < 0) {
      throw new StatementException("A number of retries cannot be negative: " + times + ".");
    }
    return new TransactionOptions(isolation, readOnly, deferrable, timeout, times, settings);
  }

  /**
   * Sets a parameter of the server for this transaction only, such as {@code lock_timeout} or one
   * that policies read.
   */
  public TransactionOptions setting(String name, String value) {
    List<String> more = new ArrayList<>(settings);
    more.add(name);
    more.add(value);
    return new TransactionOptions(isolation, readOnly, deferrable, timeout, retries, more);
  }

  int retries() {
    return retries;
  }

  Lease.@Nullable Deadline deadline() {
    return timeout == null ? null : Lease.Deadline.in(timeout);
  }

  /** The transaction's first statements. */
  void begin(Lease lease) {
    Optional<String> modes = modes();
    if (modes.isPresent()) {
      lease.execute(modes.orElseThrow(), Binder.NONE, Fetch.CHANGED);
    }
    if (!settings.isEmpty()) {
      Sql sql = new Sql();
      for (int i = 0; i < settings.size(); i += 2) {
        sql.append(i == 0 ? "SELECT set_config(" : ", set_config(");
        sql.parameter(Type.STRING, settings.get(i));
        sql.append(", ");
        sql.parameter(Type.STRING, settings.get(i + 1));
        sql.append(", true)");
      }
      lease.execute(sql.text(), sql, Fetch.IGNORED);
    }
  }

  private Optional<String> modes() {
    List<String> modes = new ArrayList<>();
    if (isolation != null) {
      modes.add("ISOLATION LEVEL " + isolation.sql());
    }
    if (readOnly) {
      modes.add("READ ONLY");
    }
    if (deferrable) {
      modes.add("DEFERRABLE");
    }
    return modes.isEmpty()
        ? Optional.empty()
        : Optional.of("SET TRANSACTION " + String.join(", ", modes));
  }
}
