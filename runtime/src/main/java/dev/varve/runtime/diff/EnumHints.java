package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.QualifiedName;
import java.util.Map;
import java.util.TreeMap;

/**
 * What two schemas cannot tell of their enums.
 *
 * @param renamed the old name of a renamed enum, by its new one
 * @param values the old names of renamed values, by the new ones, by the enum's new name
 * @param texts the same of enums that are kept as text, by the column's new name
 */
public record EnumHints(
    Map<QualifiedName, QualifiedName> renamed,
    Map<QualifiedName, Map<String, String>> values,
    Map<ColumnName, Map<String, String>> texts) {
  public static final EnumHints NONE = new EnumHints(Map.of(), Map.of());

  public EnumHints {
    renamed = Map.copyOf(renamed);
    Map<QualifiedName, Map<String, String>> copy = new TreeMap<>();
    values.forEach((type, names) -> copy.put(type, Map.copyOf(names)));
    values = Map.copyOf(copy);
    texts = Map.copyOf(texts);
  }

  public EnumHints(
      Map<QualifiedName, QualifiedName> renamed, Map<QualifiedName, Map<String, String>> values) {
    this(renamed, values, Map.of());
  }

  /** The new texts of a column by the old ones. */
  Map<String, String> newTexts(ColumnName column) {
    Map<String, String> texts = new TreeMap<>();
    this.texts.getOrDefault(column, Map.of()).forEach((now, old) -> texts.put(old, now));
    return texts;
  }

  Map<String, String> values(QualifiedName type) {
    return values.getOrDefault(type, Map.of());
  }
}
