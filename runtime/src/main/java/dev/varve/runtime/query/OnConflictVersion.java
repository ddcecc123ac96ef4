package dev.varve.runtime.query;

/** A conflict, in a table with a version, that has yet to say what becomes of the version. */
public final class OnConflictVersion<S, R> {
  private final Insert<S, R> insert;
  private final Key<S, R> key;

  OnConflictVersion(Insert<S, R> insert, Key<S, R> key) {
    this.insert = insert;
    this.key = key;
  }

  /** Leaves the row that is there as it is, and out of what is counted and returned. */
  public Modification<R> doNothing() {
    return anyVersion().doNothing();
  }

  /** Changes the row that is there whatever its version, and counts that up. */
  public OnConflict<S, R> anyVersion() {
    return new OnConflict<>(insert, key, ((VersionedTable<S, R, ?, ?, ?>) insert.table()).next());
  }
}
