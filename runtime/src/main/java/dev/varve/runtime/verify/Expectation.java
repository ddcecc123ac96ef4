package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a database should be.
 *
 * @param statements what makes it, from nothing; only what changes the catalogue is run
 * @param fold what the model says of it: its roles and extensions are compared without building them
 * @param owner who owns the history, and so should own the rest; empty if that is not known
 * @param notes what somebody should know of how this was found out
 */
public record Expectation(
    List<String> statements, Schema fold, Optional<String> owner, List<String> notes) {
  public Expectation {
    statements = List.copyOf(statements);
    notes = List.copyOf(notes);
  }
}
