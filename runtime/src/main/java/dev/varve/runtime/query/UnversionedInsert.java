package dev.varve.runtime.query;

/** An insert into a table without a version. */
public final class UnversionedInsert<S, R> extends InsertRows<S, R> {
  UnversionedInsert(Insert<S, R> insert) {
    super(insert, null);
  }

  /** What to do where a row with this key is there already. */
  public OnConflict<S, R> onConflict(Key<S, R> key) {
    return new OnConflict<>(insert(), key, null);
  }
}
