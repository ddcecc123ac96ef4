package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is generated for a record of ten everyday columns beside its key. */
final class ItemTable
    extends UnversionedTable<ItemTable, ItemTable.Item, ItemTable.Insert, Patch<ItemTable>> {
  static final ItemTable ITEMS = new ItemTable("item");

  final NumberColumn<ItemTable, Long> id = number("id", Type.LONG);
  final TextColumn<ItemTable> name = text("name");
  final TextColumn<ItemTable> code = text("code");
  final NumberColumn<ItemTable, Integer> amount = number("amount", Type.INT);
  final NumberColumn<ItemTable, Long> total = number("total", Type.LONG);
  final NumberColumn<ItemTable, BigDecimal> price = number("price", Type.DECIMAL);
  final Column<ItemTable, Boolean> active = column("active", Type.BOOLEAN);
  final Column<ItemTable, OffsetDateTime> made = column("made", Type.OFFSET_DATE_TIME);
  final Column<ItemTable, UUID> token = column("token", Type.UUID);
  final ArrayColumn<ItemTable, String[], String> tags =
      array("tags", Type.STRING.array(String[]::new));
  final NullableTextColumn<ItemTable> note = nullableText("note");
  final Key1<ItemTable, Item, Long> pk = key("item_pkey", id);

  @SuppressWarnings("ArrayRecordComponent")
  record Item(
      long id,
      String name,
      String code,
      int amount,
      long total,
      BigDecimal price,
      boolean active,
      OffsetDateTime made,
      UUID token,
      String[] tags,
      @Nullable String note) {}

  static final class Insert extends NewRow<ItemTable> {
    private Insert(@Nullable Object[] values) {
      super(values);
    }

    static Insert of(Item item) {
      Insert row = new Insert(new @Nullable Object[] {
        DEFAULT,
        item.name(),
        item.code(),
        item.amount(),
        item.total(),
        item.price(),
        item.active(),
        item.made(),
        item.token(),
        item.tags(),
        null
      });
      return item.note() == null ? row : row.note(item.note());
    }

    private Insert note(String note) {
      return new Insert(with(10, note));
    }
  }

  private ItemTable(String alias) {
    super("item", alias);
  }

  @Override
  public ItemTable as(String alias) {
    return new ItemTable(alias);
  }

  @Override
  public Item read(RowReader row, int at) throws SQLException {
    return new Item(
        row.getLong(at),
        row.getString(at + 1),
        row.getString(at + 2),
        row.getInt(at + 3),
        row.getLong(at + 4),
        row.getDecimal(at + 5),
        row.getBoolean(at + 6),
        row.getOffsetDateTime(at + 7),
        row.getUuid(at + 8),
        tags.read(row, at + 9),
        row.getStringOrNull(at + 10));
  }
}
