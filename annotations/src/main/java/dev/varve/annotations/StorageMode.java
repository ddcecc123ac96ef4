package dev.varve.annotations;

/** Where long values of a column go. */
public enum StorageMode {
  /** In the row, as they are. */
  PLAIN,
  /** Beside the row, not compressed: parts of them are read fast. */
  EXTERNAL,
  /** Compressed, and beside the row if they are still long. */
  EXTENDED,
  /** Compressed, and beside the row only if nothing else helps. */
  MAIN
}
