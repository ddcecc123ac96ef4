package dev.varve.annotations;

/** How long values of a column are compressed. */
public enum CompressionMethod {
  PGLZ,
  /** Faster; the server must have been built with it. */
  LZ4
}
