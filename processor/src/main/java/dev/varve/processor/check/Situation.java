package dev.varve.processor.check;

import dev.varve.processor.read.Marks;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Schema;
import java.util.List;

/**
 * All that a rule may look at.
 *
 * @param past every change that the history has made
 * @param from the schema of today, which they led to
 * @param to the model
 * @param soft the schema of today with the soft migration that is being rewritten; without one
 *     the schema of today
 * @param changes what leads from the schema of today to the model
 * @param uuidKeys whether keys must be of type uuid
 * @param server the oldest server that the SQL must run on
 */
public record Situation(
    List<Change> past,
    Schema from,
    Schema to,
    Schema soft,
    Marks marks,
    List<Change> changes,
    boolean uuidKeys,
    Server server) {
  public Situation {
    past = List.copyOf(past);
    changes = List.copyOf(changes);
  }
}
