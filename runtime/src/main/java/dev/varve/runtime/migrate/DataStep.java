package dev.varve.runtime.migrate;

import java.sql.Connection;
import java.util.Optional;

/** The work of a migration that is written in Java, in batches. */
public interface DataStep {
  /**
   * Does one batch in the transaction that is open on the connection, and does not end it. It is
   * done again if the transaction is not committed, so it leaves nothing outside of it.
   *
   * @param position where the batch before it stopped; empty for the first
   * @throws RuntimeException if it cannot be done: the batch is rolled back and the migration fails
   */
  Outcome run(Connection connection, Optional<String> position);

  /**
   * What a batch did.
   *
   * @param rows how many rows it changed, which is told to listeners
   * @param next where it stopped; empty if all is done
   */
  record Outcome(long rows, Optional<String> next) {}
}
