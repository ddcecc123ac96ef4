package dev.varve.processor.plan;

import java.util.List;

/** What is done, or done again, as a whole. */
public record Step(Mode mode, List<Action> actions) {
  public Step {
    actions = List.copyOf(actions);
  }

  /** How a step is run. */
  public enum Mode {
    /** All or nothing. */
    TRANSACTION,
    /** Statement by statement; after an interruption again from the first. */
    OUTSIDE
  }
}
