package budget;

import dev.varve.runtime.query.ArrayColumn;
import dev.varve.runtime.query.Column;
import dev.varve.runtime.query.Key1;
import dev.varve.runtime.query.NullableArrayExpression;
import dev.varve.runtime.query.NullableExpression;
import dev.varve.runtime.query.NullableNumberExpression;
import dev.varve.runtime.query.NullableTextColumn;
import dev.varve.runtime.query.NullableTextExpression;
import dev.varve.runtime.query.NumberColumn;
import dev.varve.runtime.query.OuterTable;
import dev.varve.runtime.query.RowReader;
import dev.varve.runtime.query.TextColumn;
import dev.varve.runtime.query.Type;
import dev.varve.runtime.query.UnversionedTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The table {@code items} of {@link Item}.
 */
public final class ItemTable extends UnversionedTable<ItemTable, Item, ItemInsert, ItemPatch> {
  public static final ItemTable ITEMS = new ItemTable("items");

  public final NumberColumn<ItemTable, Long> id = bigint("id");

  public final TextColumn<ItemTable> name = text("name");

  public final NumberColumn<ItemTable, Integer> quantity = integer("quantity");

  public final NumberColumn<ItemTable, Long> weight = bigint("weight");

  public final NumberColumn<ItemTable, BigDecimal> price = numeric("price");

  public final Column<ItemTable, Boolean> active = bool("active");

  public final Column<ItemTable, Instant> createdAt = timestamptz("created_at");

  public final Column<ItemTable, UUID> owner = uuid("owner");

  public final ArrayColumn<ItemTable, List<String>, String> tags = array("tags", Type.STRING.list());

  public final NullableTextColumn<ItemTable> note = nullableText("note");

  public final Key1<ItemTable, Item, Long> pk = key("items_pkey", id);

  private ItemTable(String alias) {
    super("items", alias);
  }

  @Override
  public ItemTable as(String alias) {
    return new ItemTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Item read(RowReader row, int at) throws SQLException {
    return new Item(
        row.getLong(at),
        row.getString(at + 1),
        row.getInt(at + 2),
        row.getLong(at + 3),
        row.getDecimal(at + 4),
        row.getBoolean(at + 5),
        row.getInstant(at + 6),
        row.getUuid(at + 7),
        tags.read(row, at + 8),
        row.findString(at + 9));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<ItemTable, Item> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableTextExpression name = text();

    public final NullableNumberExpression<Integer> quantity = integer();

    public final NullableNumberExpression<Long> weight = bigint();

    public final NullableNumberExpression<BigDecimal> price = numeric();

    public final NullableExpression<Boolean> active = bool();

    public final NullableExpression<Instant> createdAt = timestamptz();

    public final NullableExpression<UUID> owner = uuid();

    public final NullableArrayExpression<List<String>, String> tags = array(table().tags);

    public final NullableTextExpression note = text();

    private Outer(ItemTable table) {
      super(table);
    }
  }
}
