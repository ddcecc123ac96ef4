package dev.varve.runtime.query;

/** An insert into a table with a version. */
public final class VersionedInsert<S, R> extends InsertRows<S, R> {
  VersionedInsert(Insert<S, R> insert) {
    super(insert, null);
  }

  /** What to do where a row with this key is there already. */
  public OnConflictVersion<S, R> onConflict(Key<S, R> key) {
    return new OnConflictVersion<>(insert(), key);
  }
}
