package dev.varve.runtime.schema;

/** Where long values of a column go: into the row or beside it, compressed or not. */
public enum StorageMode {
  PLAIN,
  EXTERNAL,
  EXTENDED,
  MAIN
}
