package keys;

import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Constraint;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.Key2;
import dev.varve.runtime.query.Key3;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The table {@code group members} of {@link Membership}.
 */
final class MembershipTable extends UnversionedTable<MembershipTable, Membership, MembershipInsert, MembershipPatch> {
  public static final MembershipTable GROUP_MEMBERS = new MembershipTable("group members");

  public final Column<MembershipTable, UUID> groupId = uuid("group_id");

  public final Column<MembershipTable, UUID> userId = uuid("user_id");

  public final NumberColumn<MembershipTable, Integer> seat = integer("seat");

  public final TextColumn<MembershipTable> seatRow = text("row");

  public final NullableTextColumn<MembershipTable> badge = nullableText("badge", Type.STRING.sensitive());

  public final Key2<MembershipTable, Membership, UUID, UUID> pk = key("group members_pkey", groupId, userId);

  public final Key3<MembershipTable, Membership, UUID, Integer, String> uqGroupIdSeatSeatRow = key("group members_group_id_seat_row_key", groupId, seat, seatRow);

  public final Key1<MembershipTable, Membership, String> uqBadge = key("group members_badge_key", badge);

  public final Constraint uqGroupIdUserIdSeatSeatRowBadge = constraint("all of it");

  public final Constraint uxLower = constraint("group members_lower_idx");

  private MembershipTable(String alias) {
    super("group members", alias);
  }

  @Override
  public MembershipTable as(String alias) {
    return new MembershipTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Membership read(RowReader row, int at) throws SQLException {
    return new Membership(
        row.getUuid(at),
        row.getUuid(at + 1),
        row.getInt(at + 2),
        row.getString(at + 3),
        row.findString(at + 4));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<MembershipTable, Membership> {
    public final NullableExpression<UUID> groupId = uuid();

    public final NullableExpression<UUID> userId = uuid();

    public final NullableNumberExpression<Integer> seat = integer();

    public final NullableTextExpression seatRow = text();

    public final NullableTextExpression badge = text(table().badge);

    private Outer(MembershipTable table) {
      super(table);
    }
  }
}
