package embedded;

import dev.varve.runtime.query.TablePatch;
import java.math.BigDecimal;

/**
 * Changes to rows of {@code shops}.
 */
public final class ShopPatch extends TablePatch<ShopTable, ShopPatch> {
  private ShopPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ShopPatch of() {
    return new ShopPatch(nothing(19));
  }

  @Override
  protected ShopPatch copy(Object[] values) {
    return new ShopPatch(values);
  }

  public ShopPatch id(long id) {
    return set(0, id);
  }

  public ShopPatch addressStreet(String addressStreet) {
    return set(1, addressStreet);
  }

  public ShopPatch addressNumber(int addressNumber) {
    return set(2, addressNumber);
  }

  public ShopPatch addressSuffix(String addressSuffix) {
    return set(3, addressSuffix);
  }

  public ShopPatch addressSuffixNull() {
    return setNull(3, 1);
  }

  public ShopPatch addressPlaceLatitude(double addressPlaceLatitude) {
    return set(4, addressPlaceLatitude);
  }

  public ShopPatch addressPlaceLongitude(double addressPlaceLongitude) {
    return set(5, addressPlaceLongitude);
  }

  public ShopPatch addressPlaceHeight(BigDecimal addressPlaceHeight) {
    return set(6, addressPlaceHeight);
  }

  public ShopPatch addressPlaceHeightNull() {
    return setNull(6, 1);
  }

  public ShopPatch officeStreet(String officeStreet) {
    return set(7, officeStreet);
  }

  public ShopPatch officeStreetNull() {
    return setNull(7, 1);
  }

  public ShopPatch officeNumber(int officeNumber) {
    return set(8, officeNumber);
  }

  public ShopPatch officeNumberNull() {
    return setNull(8, 1);
  }

  public ShopPatch officeSuffix(String officeSuffix) {
    return set(9, officeSuffix);
  }

  public ShopPatch officeSuffixNull() {
    return setNull(9, 1);
  }

  public ShopPatch officePlaceLatitude(double officePlaceLatitude) {
    return set(10, officePlaceLatitude);
  }

  public ShopPatch officePlaceLatitudeNull() {
    return setNull(10, 1);
  }

  public ShopPatch officePlaceLongitude(double officePlaceLongitude) {
    return set(11, officePlaceLongitude);
  }

  public ShopPatch officePlaceLongitudeNull() {
    return setNull(11, 1);
  }

  public ShopPatch officePlaceHeight(BigDecimal officePlaceHeight) {
    return set(12, officePlaceHeight);
  }

  public ShopPatch officePlaceHeightNull() {
    return setNull(12, 1);
  }

  public ShopPatch placeLatitude(double placeLatitude) {
    return set(13, placeLatitude);
  }

  public ShopPatch placeLongitude(double placeLongitude) {
    return set(14, placeLongitude);
  }

  public ShopPatch placeHeight(BigDecimal placeHeight) {
    return set(15, placeHeight);
  }

  public ShopPatch placeHeightNull() {
    return setNull(15, 1);
  }

  public ShopPatch rentAmount(BigDecimal rentAmount) {
    return set(16, rentAmount);
  }

  public ShopPatch rentCurrency(String rentCurrency) {
    return set(17, rentCurrency);
  }

  public ShopPatch name(String name) {
    return set(18, name);
  }

  public ShopPatch address(Address address) {
    return setAll(1, new Object[] {address.street(), address.number(),
        address.suffix().orElse(null), address.place().latitude(), address.place().longitude(),
        address.place().height().orElse(null)});
  }

  public ShopPatch office(Address office) {
    return setAll(7, new Object[] {office.street(), office.number(), office.suffix().orElse(null),
        office.place().latitude(), office.place().longitude(),
        office.place().height().orElse(null)});
  }

  public ShopPatch officeNull() {
    return setNull(7, 6);
  }

  public ShopPatch place(Place place) {
    return setAll(13, new Object[] {place.latitude(), place.longitude(),
        place.height().orElse(null)});
  }

  public ShopPatch rent(Money rent) {
    return setAll(16, new Object[] {rent.amount(), rent.currency()});
  }
}
