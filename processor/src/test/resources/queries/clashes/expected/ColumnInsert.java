package clashes;

import dev.varve.runtime.query.NewRow;
import java.util.List;

/**
 * A new row of {@code columns}. What is not given is left to its default, or is NULL.
 */
public final class ColumnInsert extends NewRow<ColumnTable> {
  private ColumnInsert(Object[] values) {
    super(values);
  }

  public static ColumnInsert of(boolean id, Column.Key1 type, List<Column.Key1> list) {
    return new ColumnInsert(new Object[] {id, type, list});
  }
}
