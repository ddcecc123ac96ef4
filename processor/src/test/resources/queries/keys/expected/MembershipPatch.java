package keys;

import dev.varve.runtime.query.Patch;
import java.util.UUID;

/**
 * Changes to rows of {@code group members}.
 */
final class MembershipPatch extends Patch<MembershipTable> {
  private MembershipPatch() {
    super(5);
  }

  private MembershipPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static MembershipPatch of() {
    return new MembershipPatch();
  }

  public MembershipPatch groupId(UUID groupId) {
    return new MembershipPatch(with(0, groupId));
  }

  public MembershipPatch userId(UUID userId) {
    return new MembershipPatch(with(1, userId));
  }

  public MembershipPatch seat(int seat) {
    return new MembershipPatch(with(2, seat));
  }

  public MembershipPatch seatRow(String seatRow) {
    return new MembershipPatch(with(3, seatRow));
  }

  public MembershipPatch badge(String badge) {
    return new MembershipPatch(with(4, badge));
  }

  public MembershipPatch badgeNull() {
    return new MembershipPatch(withNull(4));
  }
}
