package dev.varve.processor.read;

import java.util.List;
import java.util.Map;

/** Jakarta Persistence's annotations: which of them, and which of their members, are understood. */
final class Jakarta {
  static final String PACKAGE = "jakarta.persistence.";
  static final String TABLE = PACKAGE + "Table";
  static final String COLUMN = PACKAGE + "Column";
  static final String ID = PACKAGE + "Id";
  static final String GENERATED_VALUE = PACKAGE + "GeneratedValue";
  static final String VERSION = PACKAGE + "Version";
  static final String ENUMERATED = PACKAGE + "Enumerated";
  static final String CONVERT = PACKAGE + "Convert";

  /** What is not listed would be lost silently, so it is refused. */
  static final Map<String, List<String>> UNDERSTOOD = Map.of(
      TABLE,
      List.of("name", "schema", "comment", "uniqueConstraints", "indexes"),
      COLUMN,
      List.of(
          "name",
          "unique",
          "nullable",
          "length",
          "precision",
          "scale",
          "secondPrecision",
          "columnDefinition",
          "comment"),
      ID,
      List.of(),
      GENERATED_VALUE,
      List.of("strategy"),
      VERSION,
      List.of(),
      ENUMERATED,
      List.of("value"),
      CONVERT,
      List.of("converter"));

  private Jakarta() {}
}
