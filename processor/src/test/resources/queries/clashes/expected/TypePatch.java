package clashes;

import dev.varve.runtime.query.TablePatch;

/**
 * Changes to rows of {@code types}.
 */
public final class TypePatch extends TablePatch<TypeTable, TypePatch> {
  private TypePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static TypePatch of() {
    return new TypePatch(nothing(2));
  }

  @Override
  protected TypePatch copy(Object[] values) {
    return new TypePatch(values);
  }

  public TypePatch id(long id) {
    return set(0, id);
  }

  public TypePatch name(String name) {
    return set(1, name);
  }
}
