package dev.varve.runtime.query;

/** A select whose join has no condition yet. */
public final class SelectJoin<V> {
  private final Select<V> select;
  private final Source<?> source;

  SelectJoin(Select<V> select, Source<?> source) {
    this.select = select;
    this.source = source;
  }

  /** The pairs of rows for which all of these hold. */
  public Select<V> on(Condition first, Condition... more) {
    return select.joined(source, Conditions.required("join", first, more));
  }
}
