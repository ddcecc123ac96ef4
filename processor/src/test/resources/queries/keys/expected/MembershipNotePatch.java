package keys;

import dev.varve.runtime.query.Patch;

/**
 * Changes to rows of {@code 1st"note}.
 */
final class MembershipNotePatch extends Patch<MembershipNoteTable> {
  private MembershipNotePatch() {
    super(2);
  }

  private MembershipNotePatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static MembershipNotePatch of() {
    return new MembershipNotePatch();
  }

  public MembershipNotePatch id(long id) {
    return new MembershipNotePatch(with(0, id));
  }

  public MembershipNotePatch text(String text) {
    return new MembershipNotePatch(with(1, text));
  }
}
