package clashes;

import dev.varve.runtime.query.DocumentColumn;
import dev.varve.runtime.query.JsonCodecs;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableDocumentExpression;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import java.sql.SQLException;
import java.util.List;

/**
 * The table {@code columns} of {@link Column}.
 */
public final class ColumnTable extends UnversionedTable<ColumnTable, Column, ColumnInsert, ColumnPatch> {
  public static final ColumnTable COLUMNS = new ColumnTable("columns");

  public final dev.varve.runtime.query.Column<ColumnTable, Boolean> id = bool("id");

  public final DocumentColumn<ColumnTable, Column.Key1> type = document("type", Type.document(ColumnKey1Json.CODEC));

  public final DocumentColumn<ColumnTable, List<Column.Key1>> list = document("list", Type.document(JsonCodecs.list(ColumnKey1Json.CODEC)));

  public final Key1<ColumnTable, Column, Boolean> pk = key("columns_pkey", id);

  private ColumnTable(String alias) {
    super("columns", alias);
  }

  @Override
  public ColumnTable as(String alias) {
    return new ColumnTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Column read(RowReader row, int at) throws SQLException {
    return new Column(
        row.getBoolean(at),
        type.read(row, at + 1),
        list.read(row, at + 2));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<ColumnTable, Column> {
    public final NullableExpression<Boolean> id = bool();

    public final NullableDocumentExpression<Column.Key1> type = document(table().type);

    public final NullableDocumentExpression<List<Column.Key1>> list = document(table().list);

    private Outer(ColumnTable table) {
      super(table);
    }
  }
}
