package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/**
 * Hears of every statement after it has run, on the thread that ran it. What it throws, the caller
 * of the statement gets.
 */
@FunctionalInterface
public interface QueryListener {
  void executed(Execution execution);

  /**
   * A statement that has run.
   *
   * @param sql its text, without values
   * @param parameters the values as text; {@code null} is NULL, {@code ***} a sensitive one
   * @param nanos how long it took, reading its rows included
   * @param rows how many rows it gave or changed
   * @param failure why it failed, if it did
   */
  record Execution(
      String sql, List<String> parameters, long nanos, long rows, Optional<Throwable> failure) {
    public Execution {
      parameters = List.copyOf(parameters);
    }
  }
}
