package dev.varve.runtime.query;

import java.util.List;

/**
 * Selections side by side, read into a record of the application's; generated for records annotated
 * {@code @Projection}.
 *
 * @param <V> the record
 */
public abstract class Projection<V> extends Selection<V> {
  private final List<Selection<?>> parts;

  /** The selections, in the order of the record's components. */
  protected Projection(Selection<?>... parts) {
    this.parts = List.of(parts);
  }

  @Override
  final void writeList(Sql sql) {
    writeLists(parts, sql);
  }

  @Override
  final void outputs(List<Output> outputs) {
    parts.forEach(part -> part.outputs(outputs));
  }

  @Override
  final int width() {
    int width = 0;
    for (Selection<?> part : parts) {
      width += part.width();
    }
    return width;
  }

  /** How many columns stand before this selection, where one of them takes more than one. */
  protected final int offset(int part) {
    int offset = 0;
    for (int i = 0; i < part; i++) {
      offset += parts.get(i).width();
    }
    return offset;
  }
}
