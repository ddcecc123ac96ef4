package clashes;

import dev.varve.runtime.query.TablePatch;
import java.util.List;

/**
 * Changes to rows of {@code columns}.
 */
public final class ColumnPatch extends TablePatch<ColumnTable, ColumnPatch> {
  private ColumnPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ColumnPatch of() {
    return new ColumnPatch(nothing(3));
  }

  @Override
  protected ColumnPatch copy(Object[] values) {
    return new ColumnPatch(values);
  }

  public ColumnPatch id(boolean id) {
    return set(0, id);
  }

  public ColumnPatch type(Column.Key1 type) {
    return set(1, type);
  }

  public ColumnPatch list(List<Column.Key1> list) {
    return set(2, list);
  }
}
