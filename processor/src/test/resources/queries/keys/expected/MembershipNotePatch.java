package keys;

import dev.varve.runtime.query.TablePatch;

/**
 * Changes to rows of {@code 1st"note}.
 */
final class MembershipNotePatch extends TablePatch<MembershipNoteTable, MembershipNotePatch> {
  private MembershipNotePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static MembershipNotePatch of() {
    return new MembershipNotePatch(nothing(2));
  }

  @Override
  protected MembershipNotePatch copy(Object[] values) {
    return new MembershipNotePatch(values);
  }

  public MembershipNotePatch id(long id) {
    return set(0, id);
  }

  public MembershipNotePatch text(String text) {
    return set(1, text);
  }
}
