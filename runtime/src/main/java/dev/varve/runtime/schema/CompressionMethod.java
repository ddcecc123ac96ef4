package dev.varve.runtime.schema;

/** How long values of a column are compressed. */
public enum CompressionMethod {
  PGLZ,
  LZ4;

  /** As PostgreSQL spells it. */
  public String sql() {
    return this == PGLZ ? "pglz" : "lz4";
  }
}
