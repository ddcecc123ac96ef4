package clashes;

import dev.varve.runtime.query.Patch;
import java.util.List;

/**
 * Changes to rows of {@code columns}.
 */
public final class ColumnPatch extends Patch<ColumnTable> {
  private ColumnPatch() {
    super(3);
  }

  private ColumnPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ColumnPatch of() {
    return new ColumnPatch();
  }

  public ColumnPatch id(boolean id) {
    return new ColumnPatch(with(0, id));
  }

  public ColumnPatch type(Column.Key1 type) {
    return new ColumnPatch(with(1, type));
  }

  public ColumnPatch list(List<Column.Key1> list) {
    return new ColumnPatch(with(2, list));
  }
}
