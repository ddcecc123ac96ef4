package keys;

import dev.varve.runtime.query.TablePatch;
import java.util.UUID;

/**
 * Changes to rows of {@code group members}.
 */
final class MembershipPatch extends TablePatch<MembershipTable, MembershipPatch> {
  private MembershipPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static MembershipPatch of() {
    return new MembershipPatch(nothing(5));
  }

  @Override
  protected MembershipPatch copy(Object[] values) {
    return new MembershipPatch(values);
  }

  public MembershipPatch groupId(UUID groupId) {
    return set(0, groupId);
  }

  public MembershipPatch userId(UUID userId) {
    return set(1, userId);
  }

  public MembershipPatch seat(int seat) {
    return set(2, seat);
  }

  public MembershipPatch seatRow(String seatRow) {
    return set(3, seatRow);
  }

  public MembershipPatch badge(String badge) {
    return set(4, badge);
  }

  public MembershipPatch badgeNull() {
    return setNull(4, 1);
  }
}
