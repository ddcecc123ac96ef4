package clashes;

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
 * The table {@code types} of {@link Type}.
 */
public final class TypeTable extends UnversionedTable<TypeTable, Type, TypeInsert, TypePatch> {
  public static final TypeTable TYPES = new TypeTable("types");

  public final NumberColumn<TypeTable, Long> id = bigint("id");

  public final TextColumn<TypeTable> name = text("name");

  public final Key1<TypeTable, Type, Long> pk = key("types_pkey", id);

  private TypeTable(String alias) {
    super("types", alias);
  }

  @Override
  public TypeTable as(String alias) {
    return new TypeTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Type read(RowReader row, int at) throws SQLException {
    return new Type(
        row.getLong(at),
        row.getString(at + 1));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<TypeTable, Type> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableTextExpression name = text();

    private Outer(TypeTable table) {
      super(table);
    }
  }
}
