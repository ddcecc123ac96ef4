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
import dev.varve.runtime.query.UnversionedTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table {@code shops} of {@link Shop}.
 */
public final class ShopTable extends UnversionedTable<ShopTable, Shop, ShopInsert, ShopPatch> {
  public static final ShopTable SHOPS = new ShopTable("shops");

  public final NumberColumn<ShopTable, Long> id = bigint("id");

  public final TextColumn<ShopTable> addressStreet = text("address_street");

  public final NumberColumn<ShopTable, Integer> addressNumber = integer("address_number");

  public final NullableTextColumn<ShopTable> addressSuffix = nullableText("address_suffix");

  public final NumberColumn<ShopTable, Double> addressPlaceLatitude = doublePrecision("address_place_lat");

  public final NumberColumn<ShopTable, Double> addressPlaceLongitude = doublePrecision("address_place_longitude");

  public final NullableNumberColumn<ShopTable, BigDecimal> addressPlaceHeight = nullableNumeric("address_place_height");

  public final NullableTextColumn<ShopTable> officeStreet = nullableText("office_street");

  public final NullableNumberColumn<ShopTable, Integer> officeNumber = nullableInteger("office_number");

  public final NullableTextColumn<ShopTable> officeSuffix = nullableText("office_suffix");

  public final NullableNumberColumn<ShopTable, Double> officePlaceLatitude = nullableDoublePrecision("office_place_lat");

  public final NullableNumberColumn<ShopTable, Double> officePlaceLongitude = nullableDoublePrecision("office_place_longitude");

  public final NullableNumberColumn<ShopTable, BigDecimal> officePlaceHeight = nullableNumeric("office_place_height");

  public final NumberColumn<ShopTable, Double> placeLatitude = doublePrecision("lat");

  public final NumberColumn<ShopTable, Double> placeLongitude = doublePrecision("longitude");

  public final NullableNumberColumn<ShopTable, BigDecimal> placeHeight = nullableNumeric("height");

  public final NumberColumn<ShopTable, BigDecimal> rentAmount = numeric("rent_amount");

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
        row.findString(at + 3),
        new Place(
        row.getDouble(at + 4),
        row.getDouble(at + 5),
        row.findDecimal(at + 6))),
        row.hasValue(at + 7, 6) ? Optional.of(new Address(
        row.getString(at + 7),
        row.getInt(at + 8),
        row.findString(at + 9),
        new Place(
        row.getDouble(at + 10),
        row.getDouble(at + 11),
        row.findDecimal(at + 12)))) : Optional.empty(),
        new Place(
        row.getDouble(at + 13),
        row.getDouble(at + 14),
        row.findDecimal(at + 15)),
        new Money(
        row.getDecimal(at + 16),
        row.getString(at + 17)),
        row.getString(at + 18));
  }

  /**
   * The side of a join that may be missing.
   */
  public static final class Outer extends OuterTable<ShopTable, Shop> {
    public final NullableNumberExpression<Long> id = bigint();

    public final NullableTextExpression addressStreet = text();

    public final NullableNumberExpression<Integer> addressNumber = integer();

    public final NullableTextExpression addressSuffix = text();

    public final NullableNumberExpression<Double> addressPlaceLatitude = doublePrecision();

    public final NullableNumberExpression<Double> addressPlaceLongitude = doublePrecision();

    public final NullableNumberExpression<BigDecimal> addressPlaceHeight = numeric();

    public final NullableTextExpression officeStreet = text();

    public final NullableNumberExpression<Integer> officeNumber = integer();

    public final NullableTextExpression officeSuffix = text();

    public final NullableNumberExpression<Double> officePlaceLatitude = doublePrecision();

    public final NullableNumberExpression<Double> officePlaceLongitude = doublePrecision();

    public final NullableNumberExpression<BigDecimal> officePlaceHeight = numeric();

    public final NullableNumberExpression<Double> placeLatitude = doublePrecision();

    public final NullableNumberExpression<Double> placeLongitude = doublePrecision();

    public final NullableNumberExpression<BigDecimal> placeHeight = numeric();

    public final NullableNumberExpression<BigDecimal> rentAmount = numeric();

    public final NullableTextExpression rentCurrency = text();

    public final NullableTextExpression name = text();

    private Outer(ShopTable table) {
      super(table);
    }
  }
}
