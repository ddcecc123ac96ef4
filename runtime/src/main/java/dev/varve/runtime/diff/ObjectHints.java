package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import java.util.Map;

/**
 * The user's marks about what is neither a table nor a column.
 *
 * @param renamed the old name of a renamed object, by what it is now; of a partition, too
 * @param parked the name under which a removed partition is parked, or from which an added one
 *     comes back; absent: dropped, or new
 * @param attributes the old name of a renamed attribute of a composite type, by its new one
 */
public record ObjectHints(
    Map<ObjectId, QualifiedName> renamed,
    Map<ObjectId, Name> parked,
    Map<ColumnName, Name> attributes) {
  public static final ObjectHints NONE = new ObjectHints(Map.of(), Map.of(), Map.of());

  public ObjectHints {
    renamed = Map.copyOf(renamed);
    parked = Map.copyOf(parked);
    attributes = Map.copyOf(attributes);
  }

  /** With other partitions that are parked, or come back. */
  public ObjectHints withParked(Map<ObjectId, Name> newParked) {
    return new ObjectHints(renamed, newParked, attributes);
  }
}
