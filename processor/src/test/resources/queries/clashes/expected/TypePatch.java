package clashes;

import dev.varve.runtime.query.Patch;

/**
 * Changes to rows of {@code types}.
 */
public final class TypePatch extends Patch<TypeTable> {
  private TypePatch() {
    super(2);
  }

  private TypePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static TypePatch of() {
    return new TypePatch();
  }

  public TypePatch id(long id) {
    return new TypePatch(with(0, id));
  }

  public TypePatch name(String name) {
    return new TypePatch(with(1, name));
  }
}
