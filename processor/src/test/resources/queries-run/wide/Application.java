package wide;

import static wide.TeamTable.TEAMS;

import dev.varve.runtime.query.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A projection of sixty columns and two whole records, one of which may be missing. */
public final class Application implements Consumer<DataSource> {
  @Override
  public void accept(DataSource dataSource) {
    Database db = Database.of(dataSource);
    Team red =
        db.insert(TEAMS).values(TeamInsert.of("red", 11).motto("run")).returning().one();
    Team blue = db.insert(TEAMS)
        .values(TeamInsert.of("blue", 12).rivalId(red.id()))
        .returning()
        .one();
    TeamTable.Outer rival = TEAMS.as("rival").outer();
    ReportProjection report = ReportProjection.project()
        .c0(TEAMS.id)
        .c1(TEAMS.name)
        .c2(rival.motto)
        .c3(TEAMS.size)
        .c4(TEAMS.id)
        .c5(TEAMS.name)
        .c6(rival.motto)
        .c7(TEAMS.size)
        .c8(TEAMS.id)
        .c9(TEAMS.name)
        .c10(rival.motto)
        .c11(TEAMS.size)
        .c12(TEAMS.id)
        .c13(TEAMS.name)
        .c14(rival.motto)
        .c15(TEAMS.size)
        .c16(TEAMS.id)
        .c17(TEAMS.name)
        .c18(rival.motto)
        .c19(TEAMS.size)
        .c20(TEAMS.id)
        .c21(TEAMS.name)
        .c22(rival.motto)
        .c23(TEAMS.size)
        .c24(TEAMS.id)
        .c25(TEAMS.name)
        .c26(rival.motto)
        .c27(TEAMS.size)
        .c28(TEAMS.id)
        .c29(TEAMS.name)
        .c30(rival.motto)
        .c31(TEAMS.size)
        .c32(TEAMS.id)
        .c33(TEAMS.name)
        .c34(rival.motto)
        .c35(TEAMS.size)
        .c36(TEAMS.id)
        .c37(TEAMS.name)
        .c38(rival.motto)
        .c39(TEAMS.size)
        .c40(TEAMS.id)
        .c41(TEAMS.name)
        .c42(rival.motto)
        .c43(TEAMS.size)
        .c44(TEAMS.id)
        .c45(TEAMS.name)
        .c46(rival.motto)
        .c47(TEAMS.size)
        .c48(TEAMS.id)
        .c49(TEAMS.name)
        .c50(rival.motto)
        .c51(TEAMS.size)
        .c52(TEAMS.id)
        .c53(TEAMS.name)
        .c54(rival.motto)
        .c55(TEAMS.size)
        .c56(TEAMS.id)
        .c57(TEAMS.name)
        .c58(rival.motto)
        .c59(TEAMS.size)
        .team(TEAMS)
        .rival(rival);

    List<Report> reports = db.select(report)
        .from(TEAMS)
        .leftJoin(rival)
        .on(rival.id.eq(TEAMS.rivalId))
        .orderBy(TEAMS.name.asc())
        .list();

    equal(2, reports.size());
    equal(blue, reports.get(0).team());
    equal(Optional.of(red), reports.get(0).rival());
    equal(Optional.of("run"), reports.get(0).c58());
    equal(12, reports.get(0).c59());
    equal(red, reports.get(1).team());
    equal(Optional.empty(), reports.get(1).rival());
    equal(Optional.empty(), reports.get(1).c2());
    equal("red", reports.get(1).c57());
  }

  private static void equal(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + ", found " + actual);
    }
  }
}
