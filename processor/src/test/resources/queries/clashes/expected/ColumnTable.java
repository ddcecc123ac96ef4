package clashes;

import dev.varve.runtime.query.JsonCodecs;
import dev.varve.runtime.query.Key1;
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

  public final dev.varve.runtime.query.Column<ColumnTable, Boolean> id = column("id", Type.BOOLEAN);

  public final dev.varve.runtime.query.Column<ColumnTable, Column.Key1> type = column("type", Type.document(ColumnKey1Json.CODEC));

  public final dev.varve.runtime.query.Column<ColumnTable, List<Column.Key1>> list = column("list", Type.document(JsonCodecs.list(ColumnKey1Json.CODEC)));

  public final Key1<ColumnTable, Column, Boolean> pk = key("columns_pkey", id);

  private ColumnTable(String alias) {
    super("columns", alias);
  }

  @Override
  public ColumnTable as(String alias) {
    return new ColumnTable(alias);
  }

  @Override
  public Column read(RowReader row, int at) throws SQLException {
    return new Column(
        row.getBoolean(at),
        type.read(row, at + 1),
        list.read(row, at + 2));
  }
}
