package keys;

import static keys.MembershipNoteTable._1ST_NOTE;
import static keys.MembershipTable.GROUP_MEMBERS;

import dev.varve.runtime.query.Database;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

public final class Application implements Consumer<DataSource> {
  public Application() {}

  @Override
  public void accept(DataSource source) {
    Database db = Database.of(source);
    UUID group = UUID.randomUUID();
    UUID user = UUID.randomUUID();
    Membership member =
        db.insert(GROUP_MEMBERS)
            .values(MembershipInsert.of(group, user, 7, "A").badge("gold"))
            .returning()
            .one();
    check(member.badge().equals(Optional.of("gold")));
    check(db.find(GROUP_MEMBERS.pk, group, user).equals(Optional.of(member)));
    check(db.find(GROUP_MEMBERS.uqGroupIdSeatSeatRow, group, 7, "A").equals(Optional.of(member)));
    check(db.find(GROUP_MEMBERS.uqBadge, "gold").equals(Optional.of(member)));
    check(db.find(GROUP_MEMBERS.uqBadge, "iron").isEmpty());

    db.insert(_1ST_NOTE).values(MembershipNoteInsert.of(1, "x")).execute();
    db.update(_1ST_NOTE)
        .set(MembershipNotePatch.of().text("y"))
        .where(_1ST_NOTE.as("1st\"note").text.eq("x"))
        .execute();
    check(db.from(_1ST_NOTE).one().text().equals("y"));
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
