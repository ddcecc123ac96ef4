package dev.varve.runtime.query;

/**
 * A view, which is read and joined like a table; the generated class of each view extends it. There
 * is no row to insert and no patch: what a view shows is changed in its tables.
 *
 * @param <S> the generated class itself
 * @param <R> the record of one row
 */
public abstract class View<S, R> extends TableOrView<S, R> {
  protected View(String view, String alias) {
    super(view, alias);
  }

  /** In a schema that the search path need not have. */
  protected View(String schema, String view, String alias) {
    super(schema, view, alias);
  }
}
