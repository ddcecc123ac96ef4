package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import java.util.Map;

/**
 * The user's marks about what is neither a table nor a column.
 *
 * @param renamed the old name of a renamed object, by what it is now
 */
public record ObjectHints(Map<ObjectId, QualifiedName> renamed) {
  public static final ObjectHints NONE = new ObjectHints(Map.of());

  public ObjectHints {
    renamed = Map.copyOf(renamed);
  }
}
