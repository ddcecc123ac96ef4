package dev.varve.runtime.query;

/**
 * A table whose record has a {@code @Version}: an update counts it up and must say which version it
 * expects, or that it takes any.
 *
 * @param <V> the Java type of the version
 */
public abstract class VersionedTable<
        S, R, I extends NewRow<S>, P extends Patch<S>, V extends Number>
    extends Table<S, R, I, P> {
  protected VersionedTable(String table, String alias) {
    super(table, alias);
  }

  protected VersionedTable(String schema, String table, String alias) {
    super(schema, table, alias);
  }

  /** The column of the version. */
  protected abstract NumberColumn<S, V> versionColumn();
}
