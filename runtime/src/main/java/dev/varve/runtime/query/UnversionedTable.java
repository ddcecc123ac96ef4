package dev.varve.runtime.query;

/** A table whose record has no {@code @Version}. */
public abstract class UnversionedTable<S, R, I extends NewRow<S>, P extends Patch<S>>
    extends Table<S, R, I, P> {
  protected UnversionedTable(String table, String alias) {
    super(table, alias);
  }

  protected UnversionedTable(String schema, String table, String alias) {
    super(schema, table, alias);
  }
}
