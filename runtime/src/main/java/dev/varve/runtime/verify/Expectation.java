package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a database should be.
 *
 * @param statements what makes it, from nothing; only what changes the catalogue is run
 * @param byHand those of the statements of which no record says what they do
 * @param fold what the records say that the others make: roles and extensions are compared without
 *     building them, and so is a table if nothing speaks against it
 * @param owner who owns the history, and so should own the rest; empty if that is not known
 * @param notes what somebody should know of how this was found out
 */
public record Expectation(
    List<String> statements,
    List<String> byHand,
    Schema fold,
    Optional<String> owner,
    List<String> notes) {
  public Expectation {
    statements = List.copyOf(statements);
    byHand = List.copyOf(byHand);
    notes = List.copyOf(notes);
  }
}
