package dev.varve.processor.read;

/** The full names of our own annotations: compilers show them by name, not as classes. */
final class Marker {
  private static final String PACKAGE = "dev.varve.annotations.";
  static final String DEFAULT = PACKAGE + "Default";
  static final String JSON = PACKAGE + "Json";
  static final String REFERENCES = PACKAGE + "References";
  static final String INDEX = PACKAGE + "Index";
  static final String CHECK = PACKAGE + "Check";
  static final String PREFIX = PACKAGE + "Prefix";
  static final String RENAMED_FROM = PACKAGE + "RenamedFrom";
  static final String DROPPED = PACKAGE + "Dropped";
  static final String BACKFILL = PACKAGE + "Backfill";
  static final String USING = PACKAGE + "Using";

  private Marker() {}
}
