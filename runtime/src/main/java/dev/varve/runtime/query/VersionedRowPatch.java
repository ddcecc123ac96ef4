package dev.varve.runtime.query;

/**
 * Changes to one row of many, of a table with a version.
 *
 * @param <S> the table
 * @param <V> the Java type of the version
 */
public final class VersionedRowPatch<S, V extends Number> {
  private final RowPatch<S> row;

  VersionedRowPatch(RowPatch<S> row) {
    this.row = row;
  }

  RowPatch<S> row() {
    return row;
  }
}
