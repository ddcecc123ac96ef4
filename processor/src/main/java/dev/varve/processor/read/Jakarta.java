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
  static final String SEQUENCE_GENERATOR = PACKAGE + "SequenceGenerator";
  static final String VERSION = PACKAGE + "Version";
  static final String ENUMERATED = PACKAGE + "Enumerated";
  static final String CONVERT = PACKAGE + "Convert";
  static final String EMBEDDED = PACKAGE + "Embedded";
  static final String EMBEDDABLE = PACKAGE + "Embeddable";
  static final String ATTRIBUTE_OVERRIDE = PACKAGE + "AttributeOverride";

  /** What is not listed would be lost silently, so it is refused. */
  static final Map<String, List<String>> UNDERSTOOD = Map.ofEntries(
      Map.entry(TABLE, List.of("name", "schema", "comment", "uniqueConstraints", "indexes")),
      Map.entry(
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
              "comment")),
      Map.entry(ID, List.of()),
      Map.entry(GENERATED_VALUE, List.of("strategy", "generator")),
      Map.entry(
          SEQUENCE_GENERATOR,
          List.of("name", "sequenceName", "schema", "initialValue", "allocationSize")),
      Map.entry(VERSION, List.of()),
      Map.entry(ENUMERATED, List.of("value")),
      Map.entry(CONVERT, List.of("converter")),
      Map.entry(EMBEDDED, List.of()),
      Map.entry(ATTRIBUTE_OVERRIDE, List.of("name", "column")),
      Map.entry(ATTRIBUTE_OVERRIDE + "s", List.of("value")));

  private Jakarta() {}
}
