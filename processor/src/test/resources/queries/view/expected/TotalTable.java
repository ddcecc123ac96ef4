package app;

import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.View;
import java.sql.SQLException;

/**
 * The view {@code sales.totals} of {@link Total}.
 */
public final class TotalTable extends View<TotalTable, Total> {
  public static final TotalTable TOTALS = new TotalTable("totals");

  public final NumberColumn<TotalTable, Integer> id = integer("id");

  public final NullableTextColumn<TotalTable> name = nullableText("name");

  private TotalTable(String alias) {
    super("sales", "totals", alias);
  }

  @Override
  public TotalTable as(String alias) {
    return new TotalTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Total read(RowReader row, int at) throws SQLException {
    return new Total(
        row.getInt(at),
        row.findString(at + 1));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<TotalTable, Total> {
    public final NullableNumberExpression<Integer> id = integer();

    public final NullableTextExpression name = text();

    private Outer(TotalTable table) {
      super(table);
    }
  }
}
