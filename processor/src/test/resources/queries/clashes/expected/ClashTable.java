package clashes;

import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberColumn;
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

/**
 * The table {@code clash} of {@link Clash}.
 */
public final class ClashTable extends UnversionedTable<ClashTable, Clash, ClashInsert, ClashPatch> {
  public static final ClashTable CLASH_TABLE = new ClashTable("clash");

  public final NumberColumn<ClashTable, Long> pk = bigint("pk");

  public final TextColumn<ClashTable> uqPk = text("uq_pk");

  public final Column<ClashTable, Clash.Mood> row = column("row", Type.enumOf("mood", Clash.Mood.values()));

  public final Column<ClashTable, Clash.Mood> at = column("at", Type.enumOf("mood", Clash.Mood.values()));

  public final NullableTextColumn<ClashTable> of = nullableText("of");

  public final NullableTextColumn<ClashTable> ofValue = nullableText("of_value");

  public final NullableNumberColumn<ClashTable, Integer> alias = nullableInteger("alias");

  public final NullableTextColumn<ClashTable> with = nullableText("with");

  public final NumberColumn<ClashTable, Integer> DEFAULT = integer("default");

  public final TextColumn<ClashTable> CLASH = text("clash");

  public final NullableTextColumn<ClashTable> values = nullableText("values");

  public final NullableTextColumn<ClashTable> read = nullableText("read");

  public final NullableTextColumn<ClashTable> as = nullableText("as");

  public final Key1<ClashTable, Clash, Long> pkKey = key("clash_pkey", pk);

  public final Key1<ClashTable, Clash, Long> uqPkKey = key("clash_pk_key", pk);

  public final Key1<ClashTable, Clash, String> uqUqPk = key("clash_uq_pk_key", uqPk);

  private ClashTable(String alias) {
    super("clash", alias);
  }

  @Override
  public ClashTable as(String alias) {
    return new ClashTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Clash read(RowReader row, int at) throws SQLException {
    return new Clash(
        row.getLong(at),
        row.getString(at + 1),
        this.row.read(row, at + 2),
        this.at.read(row, at + 3),
        row.findString(at + 4),
        row.findString(at + 5),
        row.findInt(at + 6),
        row.findString(at + 7),
        row.getInt(at + 8),
        row.getString(at + 9),
        row.findString(at + 10),
        row.findString(at + 11),
        row.findString(at + 12));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<ClashTable, Clash> {
    public final NullableNumberExpression<Long> pk = bigint();

    public final NullableTextExpression uqPk = text();

    public final NullableExpression<Clash.Mood> row = column(table().row);

    public final NullableExpression<Clash.Mood> at = column(table().at);

    public final NullableTextExpression of = text();

    public final NullableTextExpression ofValue = text();

    public final NullableNumberExpression<Integer> alias = integer();

    public final NullableTextExpression with = text();

    public final NullableNumberExpression<Integer> DEFAULT = integer();

    public final NullableTextExpression CLASH = text();

    public final NullableTextExpression values = text();

    public final NullableTextExpression read = text();

    public final NullableTextExpression as = text();

    private Outer(ClashTable table) {
      super(table);
    }
  }
}
