package wide;

import dev.varve.runtime.query.Expression;
import dev.varve.runtime.query.Operand;
import dev.varve.runtime.query.Projection;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Selection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Selects a {@link Report}, each component from an expression.
 */
public final class ReportProjection extends Projection<Report> {
  private final Selection<Team> team;

  private final Selection<Optional<Team>> rival;

  private ReportProjection(Expression<Long> c0, Expression<String> c1, Operand<String, ?> c2,
      Expression<Integer> c3, Expression<Long> c4, Expression<String> c5, Operand<String, ?> c6,
      Expression<Integer> c7, Expression<Long> c8, Expression<String> c9, Operand<String, ?> c10,
      Expression<Integer> c11, Expression<Long> c12, Expression<String> c13, Operand<String, ?> c14,
      Expression<Integer> c15, Expression<Long> c16, Expression<String> c17, Operand<String, ?> c18,
      Expression<Integer> c19, Expression<Long> c20, Expression<String> c21, Operand<String, ?> c22,
      Expression<Integer> c23, Expression<Long> c24, Expression<String> c25, Operand<String, ?> c26,
      Expression<Integer> c27, Expression<Long> c28, Expression<String> c29, Operand<String, ?> c30,
      Expression<Integer> c31, Expression<Long> c32, Expression<String> c33, Operand<String, ?> c34,
      Expression<Integer> c35, Expression<Long> c36, Expression<String> c37, Operand<String, ?> c38,
      Expression<Integer> c39, Expression<Long> c40, Expression<String> c41, Operand<String, ?> c42,
      Expression<Integer> c43, Expression<Long> c44, Expression<String> c45, Operand<String, ?> c46,
      Expression<Integer> c47, Expression<Long> c48, Expression<String> c49, Operand<String, ?> c50,
      Expression<Integer> c51, Expression<Long> c52, Expression<String> c53, Operand<String, ?> c54,
      Expression<Integer> c55, Expression<Long> c56, Expression<String> c57, Operand<String, ?> c58,
      Expression<Integer> c59, Selection<Team> team, Selection<Optional<Team>> rival) {
    super(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, team, rival);
    this.team = team;
    this.rival = rival;
  }

  public static C0Step project() {
    return c0 -> c1 -> c2 -> c3 -> c4 -> c5 -> c6 -> c7 -> c8 -> c9 -> c10 -> c11 -> c12 -> c13 -> c14 -> c15 -> c16 -> c17 -> c18 -> c19 -> c20 -> c21 -> c22 -> c23 -> c24 -> c25 -> c26 -> c27 -> c28 -> c29 -> c30 -> c31 -> c32 -> c33 -> c34 -> c35 -> c36 -> c37 -> c38 -> c39 -> c40 -> c41 -> c42 -> c43 -> c44 -> c45 -> c46 -> c47 -> c48 -> c49 -> c50 -> c51 -> c52 -> c53 -> c54 -> c55 -> c56 -> c57 -> c58 -> c59 -> team -> rival -> new ReportProjection(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, team, rival);
  }

  @Override
  public Report read(RowReader row, int at) throws SQLException {
    return new Report(
        row.getLong(at),
        row.getString(at + 1),
        row.findString(at + 2),
        row.getInt(at + 3),
        row.getLong(at + 4),
        row.getString(at + 5),
        row.findString(at + 6),
        row.getInt(at + 7),
        row.getLong(at + 8),
        row.getString(at + 9),
        row.findString(at + 10),
        row.getInt(at + 11),
        row.getLong(at + 12),
        row.getString(at + 13),
        row.findString(at + 14),
        row.getInt(at + 15),
        row.getLong(at + 16),
        row.getString(at + 17),
        row.findString(at + 18),
        row.getInt(at + 19),
        row.getLong(at + 20),
        row.getString(at + 21),
        row.findString(at + 22),
        row.getInt(at + 23),
        row.getLong(at + 24),
        row.getString(at + 25),
        row.findString(at + 26),
        row.getInt(at + 27),
        row.getLong(at + 28),
        row.getString(at + 29),
        row.findString(at + 30),
        row.getInt(at + 31),
        row.getLong(at + 32),
        row.getString(at + 33),
        row.findString(at + 34),
        row.getInt(at + 35),
        row.getLong(at + 36),
        row.getString(at + 37),
        row.findString(at + 38),
        row.getInt(at + 39),
        row.getLong(at + 40),
        row.getString(at + 41),
        row.findString(at + 42),
        row.getInt(at + 43),
        row.getLong(at + 44),
        row.getString(at + 45),
        row.findString(at + 46),
        row.getInt(at + 47),
        row.getLong(at + 48),
        row.getString(at + 49),
        row.findString(at + 50),
        row.getInt(at + 51),
        row.getLong(at + 52),
        row.getString(at + 53),
        row.findString(at + 54),
        row.getInt(at + 55),
        row.getLong(at + 56),
        row.getString(at + 57),
        row.findString(at + 58),
        row.getInt(at + 59),
        team.read(row, at + 60),
        rival.read(row, at + offset(61)));
  }

  public interface C0Step {
    C1Step c0(Expression<Long> c0);
  }

  public interface C1Step {
    C2Step c1(Expression<String> c1);
  }

  public interface C2Step {
    C3Step c2(Operand<String, ?> c2);
  }

  public interface C3Step {
    C4Step c3(Expression<Integer> c3);
  }

  public interface C4Step {
    C5Step c4(Expression<Long> c4);
  }

  public interface C5Step {
    C6Step c5(Expression<String> c5);
  }

  public interface C6Step {
    C7Step c6(Operand<String, ?> c6);
  }

  public interface C7Step {
    C8Step c7(Expression<Integer> c7);
  }

  public interface C8Step {
    C9Step c8(Expression<Long> c8);
  }

  public interface C9Step {
    C10Step c9(Expression<String> c9);
  }

  public interface C10Step {
    C11Step c10(Operand<String, ?> c10);
  }

  public interface C11Step {
    C12Step c11(Expression<Integer> c11);
  }

  public interface C12Step {
    C13Step c12(Expression<Long> c12);
  }

  public interface C13Step {
    C14Step c13(Expression<String> c13);
  }

  public interface C14Step {
    C15Step c14(Operand<String, ?> c14);
  }

  public interface C15Step {
    C16Step c15(Expression<Integer> c15);
  }

  public interface C16Step {
    C17Step c16(Expression<Long> c16);
  }

  public interface C17Step {
    C18Step c17(Expression<String> c17);
  }

  public interface C18Step {
    C19Step c18(Operand<String, ?> c18);
  }

  public interface C19Step {
    C20Step c19(Expression<Integer> c19);
  }

  public interface C20Step {
    C21Step c20(Expression<Long> c20);
  }

  public interface C21Step {
    C22Step c21(Expression<String> c21);
  }

  public interface C22Step {
    C23Step c22(Operand<String, ?> c22);
  }

  public interface C23Step {
    C24Step c23(Expression<Integer> c23);
  }

  public interface C24Step {
    C25Step c24(Expression<Long> c24);
  }

  public interface C25Step {
    C26Step c25(Expression<String> c25);
  }

  public interface C26Step {
    C27Step c26(Operand<String, ?> c26);
  }

  public interface C27Step {
    C28Step c27(Expression<Integer> c27);
  }

  public interface C28Step {
    C29Step c28(Expression<Long> c28);
  }

  public interface C29Step {
    C30Step c29(Expression<String> c29);
  }

  public interface C30Step {
    C31Step c30(Operand<String, ?> c30);
  }

  public interface C31Step {
    C32Step c31(Expression<Integer> c31);
  }

  public interface C32Step {
    C33Step c32(Expression<Long> c32);
  }

  public interface C33Step {
    C34Step c33(Expression<String> c33);
  }

  public interface C34Step {
    C35Step c34(Operand<String, ?> c34);
  }

  public interface C35Step {
    C36Step c35(Expression<Integer> c35);
  }

  public interface C36Step {
    C37Step c36(Expression<Long> c36);
  }

  public interface C37Step {
    C38Step c37(Expression<String> c37);
  }

  public interface C38Step {
    C39Step c38(Operand<String, ?> c38);
  }

  public interface C39Step {
    C40Step c39(Expression<Integer> c39);
  }

  public interface C40Step {
    C41Step c40(Expression<Long> c40);
  }

  public interface C41Step {
    C42Step c41(Expression<String> c41);
  }

  public interface C42Step {
    C43Step c42(Operand<String, ?> c42);
  }

  public interface C43Step {
    C44Step c43(Expression<Integer> c43);
  }

  public interface C44Step {
    C45Step c44(Expression<Long> c44);
  }

  public interface C45Step {
    C46Step c45(Expression<String> c45);
  }

  public interface C46Step {
    C47Step c46(Operand<String, ?> c46);
  }

  public interface C47Step {
    C48Step c47(Expression<Integer> c47);
  }

  public interface C48Step {
    C49Step c48(Expression<Long> c48);
  }

  public interface C49Step {
    C50Step c49(Expression<String> c49);
  }

  public interface C50Step {
    C51Step c50(Operand<String, ?> c50);
  }

  public interface C51Step {
    C52Step c51(Expression<Integer> c51);
  }

  public interface C52Step {
    C53Step c52(Expression<Long> c52);
  }

  public interface C53Step {
    C54Step c53(Expression<String> c53);
  }

  public interface C54Step {
    C55Step c54(Operand<String, ?> c54);
  }

  public interface C55Step {
    C56Step c55(Expression<Integer> c55);
  }

  public interface C56Step {
    C57Step c56(Expression<Long> c56);
  }

  public interface C57Step {
    C58Step c57(Expression<String> c57);
  }

  public interface C58Step {
    C59Step c58(Operand<String, ?> c58);
  }

  public interface C59Step {
    TeamStep c59(Expression<Integer> c59);
  }

  public interface TeamStep {
    RivalStep team(Selection<Team> team);
  }

  public interface RivalStep {
    ReportProjection rival(Selection<Optional<Team>> rival);
  }
}
