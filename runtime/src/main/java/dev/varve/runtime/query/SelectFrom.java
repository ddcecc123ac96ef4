package dev.varve.runtime.query;

/** A select that does not yet say what it reads from. */
public final class SelectFrom<V> {
  private final Statements statements;
  private final Selection<V> selection;

  SelectFrom(Statements statements, Selection<V> selection) {
    this.statements = statements;
    this.selection = selection;
  }

  public Select<V> from(Source<?> source) {
    return new Select<>(statements, selection, source);
  }

  /** The left side of a full join. */
  public SelectFull<V> from(Outer<?> source) {
    return new SelectFull<>(new Select<>(statements, selection, source));
  }

  /** The query's only row, which is computed without reading a table. */
  public Select<V> fromNothing() {
    return from(Nothing.ROW);
  }
}
