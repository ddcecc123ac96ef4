package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a transaction runs; what is not said is as the server is set. */
public final class TransactionOptions {
  public static final TransactionOptions DEFAULT = new TransactionOptions(null, false);

  private final @Nullable Isolation isolation;
  private final boolean readOnly;

  private TransactionOptions(@Nullable Isolation isolation, boolean readOnly) {
    this.isolation = isolation;
    this.readOnly = readOnly;
  }

  public static TransactionOptions repeatableRead() {
    return DEFAULT.isolation(Isolation.REPEATABLE_READ);
  }

  public static TransactionOptions serializable() {
    return DEFAULT.isolation(Isolation.SERIALIZABLE);
  }

  public TransactionOptions isolation(Isolation level) {
    return new TransactionOptions(level, readOnly);
  }

  /** The server refuses to change anything. */
  public TransactionOptions readOnly() {
    return new TransactionOptions(isolation, true);
  }

  /** The statement that says so, as the transaction's first. */
  Optional<String> sql() {
    List<String> modes = new ArrayList<>();
    if (isolation != null) {
      modes.add("ISOLATION LEVEL " + isolation.sql());
    }
    if (readOnly) {
      modes.add("READ ONLY");
    }
    return modes.isEmpty()
        ? Optional.empty()
        : Optional.of("SET TRANSACTION " + String.join(", ", modes));
  }
}
