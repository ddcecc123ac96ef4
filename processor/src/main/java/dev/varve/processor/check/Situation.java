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
 * @param changes what leads from the one to the other
 * @param uuidKeys whether keys must be of type uuid
 * @param server the oldest major version of PostgreSQL that the SQL must run on
 */
public record Situation(
    List<Change> past,
    Schema from,
    Schema to,
    Marks marks,
    List<Change> changes,
    boolean uuidKeys,
    int server) {
  public Situation {
    past = List.copyOf(past);
    changes = List.copyOf(changes);
  }
}
