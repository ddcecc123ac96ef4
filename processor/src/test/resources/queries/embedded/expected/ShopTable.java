package embedded;

import dev.varve.runtime.query.Key1;
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
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table {@code shops} of {@link Shop}.
 */
public final class ShopTable extends UnversionedTable<ShopTable, Shop, ShopInsert, ShopPatch> {
  public static final ShopTable SHOPS = new ShopTable("shops");

  public final NumberColumn<ShopTable, Long> id = number("id", Type.LONG);

  public final TextColumn<ShopTable> addressStreet = text("address_street");

  public final NumberColumn<ShopTable, Integer> addressNumber = number("address_number", Type.INT);

  public final NullableTextColumn<ShopTable> addressSuffix = nullableText("address_suffix");

  public final NumberColumn<ShopTable, Double> addressPlaceLatitude = number("address_place_lat", Type.DOUBLE);

  public final NumberColumn<ShopTable, Double> addressPlaceLongitude = number("address_place_longitude", Type.DOUBLE);

  public final NullableNumberColumn<ShopTable, BigDecimal> addressPlaceHeight = nullableNumber("address_place_height", Type.DECIMAL);

  public final NullableTextColumn<ShopTable> officeStreet = nullableText("office_street");

  public final NullableNumberColumn<ShopTable, Integer> officeNumber = nullableNumber("office_number", Type.INT);

  public final NullableTextColumn<ShopTable> officeSuffix = nullableText("office_suffix");

  public final NullableNumberColumn<ShopTable, Double> officePlaceLatitude = nullableNumber("office_place_lat", Type.DOUBLE);

  public final NullableNumberColumn<ShopTable, Double> officePlaceLongitude = nullableNumber("office_place_longitude", Type.DOUBLE);

  public final NullableNumberColumn<ShopTable, BigDecimal> officePlaceHeight = nullableNumber("office_place_height", Type.DECIMAL);

  public final NumberColumn<ShopTable, Double> placeLatitude = number("lat", Type.DOUBLE);

  public final NumberColumn<ShopTable, Double> placeLongitude = number("longitude", Type.DOUBLE);

  public final NullableNumberColumn<ShopTable, BigDecimal> placeHeight = nullableNumber("height", Type.DECIMAL);

  public final NumberColumn<ShopTable, BigDecimal> rentAmount = number("rent_amount", Type.DECIMAL);

  public final TextColumn<ShopTable> rentCurrency = text("unit");

  public final TextColumn<ShopTable> name = text("name");

  public final Key1<ShopTable, Shop, Long> pk = key("shops_pkey", id);

  private ShopTable(String alias) {
    super("shops", alias);
  }

  @Override
  public ShopTable as(String alias) {
    return new ShopTable(alias);
  }

  public Outer outer() {
    return new Outer(this);
  }

  @Override
  public Shop read(RowReader row, int at) throws SQLException {
    return new Shop(
        row.getLong(at),
        new Address(
        row.getString(at + 1),
        row.getInt(at + 2),
        Optional.ofNullable(row.getStringOrNull(at + 3)),
        new Place(
        row.getDouble(at + 4),
        row.getDouble(at + 5),
        Optional.ofNullable(row.getDecimalOrNull(at + 6)))),
        row.hasValue(at + 7, 6) ? Optional.of(new Address(
        row.getString(at + 7),
        row.getInt(at + 8),
        Optional.ofNullable(row.getStringOrNull(at + 9)),
        new Place(
        row.getDouble(at + 10),
        row.getDouble(at + 11),
        Optional.ofNullable(row.getDecimalOrNull(at + 12))))) : Optional.empty(),
        new Place(
        row.getDouble(at + 13),
        row.getDouble(at + 14),
        Optional.ofNullable(row.getDecimalOrNull(at + 15))),
        new Money(
        row.getDecimal(at + 16),
        row.getString(at + 17)),
        row.getString(at + 18));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<ShopTable, Shop> {
    public final NullableNumberExpression<Long> id = number(table().id);

    public final NullableTextExpression addressStreet = text(table().addressStreet);

    public final NullableNumberExpression<Integer> addressNumber = number(table().addressNumber);

    public final NullableTextExpression addressSuffix = text(table().addressSuffix);

    public final NullableNumberExpression<Double> addressPlaceLatitude = number(table().addressPlaceLatitude);

    public final NullableNumberExpression<Double> addressPlaceLongitude = number(table().addressPlaceLongitude);

    public final NullableNumberExpression<BigDecimal> addressPlaceHeight = number(table().addressPlaceHeight);

    public final NullableTextExpression officeStreet = text(table().officeStreet);

    public final NullableNumberExpression<Integer> officeNumber = number(table().officeNumber);

    public final NullableTextExpression officeSuffix = text(table().officeSuffix);

    public final NullableNumberExpression<Double> officePlaceLatitude = number(table().officePlaceLatitude);

    public final NullableNumberExpression<Double> officePlaceLongitude = number(table().officePlaceLongitude);

    public final NullableNumberExpression<BigDecimal> officePlaceHeight = number(table().officePlaceHeight);

    public final NullableNumberExpression<Double> placeLatitude = number(table().placeLatitude);

    public final NullableNumberExpression<Double> placeLongitude = number(table().placeLongitude);

    public final NullableNumberExpression<BigDecimal> placeHeight = number(table().placeHeight);

    public final NullableNumberExpression<BigDecimal> rentAmount = number(table().rentAmount);

    public final NullableTextExpression rentCurrency = text(table().rentCurrency);

    public final NullableTextExpression name = text(table().name);

    private Outer(ShopTable table) {
      super(table);
    }
  }
}
