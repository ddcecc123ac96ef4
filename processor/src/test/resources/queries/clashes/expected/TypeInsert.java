package clashes;

import dev.varve.runtime.query.NewRow;

/**
 * A new row of {@code types}. What is not given is left to its default, or is NULL.
 */
public final class TypeInsert extends NewRow<TypeTable> {
  private TypeInsert(Object[] values) {
    super(values);
  }

  public static TypeInsert of(long id, String name) {
    return new TypeInsert(new Object[] {id, name});
  }
}
