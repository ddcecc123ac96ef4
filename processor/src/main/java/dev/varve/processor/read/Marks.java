package dev.varve.processor.read;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The confirmations that stand in the source, by what they stand on.
 *
 * @param renamedTables the old name by the new one
 * @param renamedColumns the old name by the new one
 * @param renamedObjects the old name of what is neither, by what it is now
 * @param renamedEnums the old name by the new one
 * @param renamedValues the old names of an enum's values by the new ones, by the enum
 * @param renamedTexts the same of enums that are kept as text, by the column
 * @param renamedAttributes the old names of a composite type's attributes by the new ones
 * @param rewrites why a rewrite is acceptable, by the table or column
 */
public record Marks(
    Map<QualifiedName, String> renamedTables,
    Map<ColumnName, String> renamedColumns,
    List<Drop> drops,
    Map<ColumnName, String> backfills,
    Map<ColumnName, String> usings,
    Map<ObjectId, String> renamedObjects,
    Map<QualifiedName, String> renamedEnums,
    Map<QualifiedName, Map<String, String>> renamedValues,
    Map<ColumnName, Map<String, String>> renamedTexts,
    Map<ColumnName, String> renamedAttributes,
    Map<String, String> rewrites) {
  /** Without marks on objects and rewrites. */
  public Marks(
      Map<QualifiedName, String> renamedTables,
      Map<ColumnName, String> renamedColumns,
      List<Drop> drops,
      Map<ColumnName, String> backfills,
      Map<ColumnName, String> usings) {
    this(
        renamedTables,
        renamedColumns,
        drops,
        backfills,
        usings,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  public Marks {
    renamedTables = new TreeMap<>(renamedTables);
    renamedColumns = new TreeMap<>(renamedColumns);
    drops = List.copyOf(drops);
    backfills = new TreeMap<>(backfills);
    usings = new TreeMap<>(usings);
    renamedObjects = new TreeMap<>(renamedObjects);
    renamedEnums = new TreeMap<>(renamedEnums);
    renamedValues = new TreeMap<>(renamedValues);
    renamedTexts = new TreeMap<>(renamedTexts);
    renamedAttributes = new TreeMap<>(renamedAttributes);
    rewrites = new TreeMap<>(rewrites);
  }

  /**
   * A {@code @Dropped}.
   *
   * @param target {@code table}, {@code table.column} or {@code enum.VALUE}
   */
  public record Drop(String target, boolean purge) {}
}
