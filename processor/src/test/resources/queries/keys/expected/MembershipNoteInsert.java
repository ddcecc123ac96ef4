package keys;

import dev.varve.runtime.query.NewRow;

/**
 * A new row of {@code 1st"note}. What is not given is left to its default, or is NULL.
 */
final class MembershipNoteInsert extends NewRow<MembershipNoteTable> {
  private MembershipNoteInsert(Object[] values) {
    super(values);
  }

  public static MembershipNoteInsert of(long id, String text) {
    return new MembershipNoteInsert(new Object[] {id, text});
  }
}
