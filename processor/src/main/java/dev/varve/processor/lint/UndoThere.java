package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import java.util.List;

/** There is a way back, or somebody says why there is none. */
final class UndoThere implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    if (reading.commands().isEmpty()
        || reading.undo().filter(undo -> !undo.isEmpty()).isPresent()) {
      return List.of();
    }
    String text = reading.undo().isPresent()
        ? "its undo script is empty: a rollback would say that it was undone, and change nothing."
            + " Write the way back into it, or delete the file and say why there is none"
        : "it has no undo script, so that nothing rolls back beyond it. Write one beside it, U….sql,"
            + " or say why there is none";
    return List.of(new Fault(
        Problem.SCRIPT_UNDO_MISSING,
        Problem.SCRIPT_UNDO_MISSING.kind(),
        0,
        text + ": -- varve-allow SCRIPT_UNDO_MISSING: reason."));
  }
}
