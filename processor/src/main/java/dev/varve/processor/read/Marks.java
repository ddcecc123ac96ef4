package dev.varve.processor.read;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The confirmations that stand in the source, by what they stand on.
 *
 * @param renamedTables the old name by the new one
 * @param renamedColumns the old name by the new one
 */
public record Marks(
    Map<QualifiedName, String> renamedTables,
    Map<ColumnName, String> renamedColumns,
    List<Drop> drops,
    Map<ColumnName, String> backfills,
    Map<ColumnName, String> usings) {
  public Marks {
    renamedTables = new TreeMap<>(renamedTables);
    renamedColumns = new TreeMap<>(renamedColumns);
    drops = List.copyOf(drops);
    backfills = new TreeMap<>(backfills);
    usings = new TreeMap<>(usings);
  }

  /**
   * A {@code @Dropped}.
   *
   * @param target {@code table} or {@code table.column}
   */
  public record Drop(String target, boolean purge) {}
}
