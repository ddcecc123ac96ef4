package dev.varve.runtime.query;

/** A select that does not yet say what it reads from. */
public final class SelectFrom<V> {
  private final Operations operations;
  private final Selection<V> selection;

  SelectFrom(Operations operations, Selection<V> selection) {
    this.operations = operations;
    this.selection = selection;
  }

  public Select<V> from(Source<?> source) {
    return new Select<>(operations, selection, source);
  }
}
