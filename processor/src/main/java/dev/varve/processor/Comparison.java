package dev.varve.processor;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.schema.Schema;
import java.util.List;

/** What leads from a history to the model. */
record Comparison(History history, Schema from, List<Change> changes) {
  Comparison {
    changes = List.copyOf(changes);
  }

  boolean isSilent() {
    return changes.stream().allMatch(Comparison::isSilent);
  }

  /** A table that moved to another record is no reason for a migration; the next one notes it. */
  private static boolean isSilent(Change change) {
    return change instanceof Change.TableMoved
        || change instanceof Change.EnumMoved
        || (change instanceof Change.ObjectChanged changed && changed.isSilent());
  }
}
