package keys;

import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;

/**
 * The table {@code 1st"note} of {@link Membership.Note}.
 */
final class MembershipNoteTable extends UnversionedTable<MembershipNoteTable, Membership.Note, MembershipNoteInsert, MembershipNotePatch> {
  public static final MembershipNoteTable _1ST_NOTE = new MembershipNoteTable("1st\"note");

  public final NumberColumn<MembershipNoteTable, Long> id = bigint("id");

  public final TextColumn<MembershipNoteTable> text = text("sel\"ect");

  public final Key1<MembershipNoteTable, Membership.Note, Long> pk = key("1st\"note_pkey", id);

  private MembershipNoteTable(String alias) {
    super("1st\"note", alias);
  }

  @Override
  public MembershipNoteTable as(String alias) {
    return new MembershipNoteTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Membership.Note read(RowReader row, int at) throws SQLException {
    return new Membership.Note(
        row.getLong(at),
        row.getString(at + 1));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<MembershipNoteTable, Membership.Note> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableTextExpression text = text();

    private Outer(MembershipNoteTable table) {
      super(table);
    }
  }
}
