package keys;

import dev.varve.runtime.query.NewRow;
import java.util.UUID;

/**
 * A new row of {@code group members}. What is not given is left to its default, or is NULL.
 */
final class MembershipInsert extends NewRow<MembershipTable> {
  private MembershipInsert(Object[] values) {
    super(values);
  }

  public static MembershipInsert of(UUID groupId, UUID userId, int seat, String seatRow) {
    return new MembershipInsert(new Object[] {groupId, userId, seat, seatRow, null});
  }

  public MembershipInsert badge(String badge) {
    return new MembershipInsert(with(4, badge));
  }
}
