package unsupported;

import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableColumn;
import dev.varve.runtime.query.NullableDocumentExpression;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import dev.varve.runtime.value.Range;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * The table {@code odd} of {@link Odd}.
 */
public final class OddTable extends UnversionedTable<OddTable, Odd, OddInsert, OddPatch> {
  public static final OddTable ODD = new OddTable("odd");

  public final NumberColumn<OddTable, Long> id = bigint("id");

  public final Column<OddTable, char[]> letter = column("letter", Type.unsupported());

  public final Column<OddTable, Thread> thread = column("thread", Type.unsupported());

  public final NullableColumn<OddTable, Set<String>> set = nullable("set", Type.unsupported());

  public final Column<OddTable, List<String>[]> lists = column("lists", Type.unsupported());

  public final Column<OddTable, Range<Thread>> small = column("small", Type.unsupported());

  public final DocumentColumn<OddTable, Odd.Box> box = document("box", Type.document(OddBoxJson.CODEC));

  public final Key1<OddTable, Odd, Long> pk = key("odd_pkey", id);

  private OddTable(String alias) {
    super("odd", alias);
  }

  @Override
  public OddTable as(String alias) {
    return new OddTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Odd read(RowReader row, int at) throws SQLException {
    return new Odd(
        row.getLong(at),
        letter.read(row, at + 1),
        thread.read(row, at + 2),
        set.read(row, at + 3),
        lists.read(row, at + 4),
        small.read(row, at + 5),
        box.read(row, at + 6));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<OddTable, Odd> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableExpression<char[]> letter = column(table().letter);

    public final NullableExpression<Thread> thread = column(table().thread);

    public final NullableExpression<Set<String>> set = column(table().set);

    public final NullableExpression<List<String>[]> lists = column(table().lists);

    public final NullableExpression<Range<Thread>> small = column(table().small);

    public final NullableDocumentExpression<Odd.Box> box = document(table().box);

    private Outer(OddTable table) {
      super(table);
    }
  }
}
