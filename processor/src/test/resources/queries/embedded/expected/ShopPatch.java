package embedded;

import dev.varve.runtime.query.Patch;
import java.math.BigDecimal;

/**
 * Changes to rows of {@code shops}.
 */
public final class ShopPatch extends Patch<ShopTable> {
  private ShopPatch() {
    super(19);
  }

  private ShopPatch(Object[] values) {
    super(values);
  }

  /**
   * Changes nothing yet.
   */
  public static ShopPatch of() {
    return new ShopPatch();
  }

  public ShopPatch id(long id) {
    return new ShopPatch(with(0, id));
  }

  public ShopPatch addressStreet(String addressStreet) {
    return new ShopPatch(with(1, addressStreet));
  }

  public ShopPatch addressNumber(int addressNumber) {
    return new ShopPatch(with(2, addressNumber));
  }

  public ShopPatch addressSuffix(String addressSuffix) {
    return new ShopPatch(with(3, addressSuffix));
  }

  public ShopPatch addressSuffixNull() {
    return new ShopPatch(withNull(3));
  }

  public ShopPatch addressPlaceLatitude(double addressPlaceLatitude) {
    return new ShopPatch(with(4, addressPlaceLatitude));
  }

  public ShopPatch addressPlaceLongitude(double addressPlaceLongitude) {
    return new ShopPatch(with(5, addressPlaceLongitude));
  }

  public ShopPatch addressPlaceHeight(BigDecimal addressPlaceHeight) {
    return new ShopPatch(with(6, addressPlaceHeight));
  }

  public ShopPatch addressPlaceHeightNull() {
    return new ShopPatch(withNull(6));
  }

  public ShopPatch officeStreet(String officeStreet) {
    return new ShopPatch(with(7, officeStreet));
  }

  public ShopPatch officeStreetNull() {
    return new ShopPatch(withNull(7));
  }

  public ShopPatch officeNumber(int officeNumber) {
    return new ShopPatch(with(8, officeNumber));
  }

  public ShopPatch officeNumberNull() {
    return new ShopPatch(withNull(8));
  }

  public ShopPatch officeSuffix(String officeSuffix) {
    return new ShopPatch(with(9, officeSuffix));
  }

  public ShopPatch officeSuffixNull() {
    return new ShopPatch(withNull(9));
  }

  public ShopPatch officePlaceLatitude(double officePlaceLatitude) {
    return new ShopPatch(with(10, officePlaceLatitude));
  }

  public ShopPatch officePlaceLatitudeNull() {
    return new ShopPatch(withNull(10));
  }

  public ShopPatch officePlaceLongitude(double officePlaceLongitude) {
    return new ShopPatch(with(11, officePlaceLongitude));
  }

  public ShopPatch officePlaceLongitudeNull() {
    return new ShopPatch(withNull(11));
  }

  public ShopPatch officePlaceHeight(BigDecimal officePlaceHeight) {
    return new ShopPatch(with(12, officePlaceHeight));
  }

  public ShopPatch officePlaceHeightNull() {
    return new ShopPatch(withNull(12));
  }

  public ShopPatch placeLatitude(double placeLatitude) {
    return new ShopPatch(with(13, placeLatitude));
  }

  public ShopPatch placeLongitude(double placeLongitude) {
    return new ShopPatch(with(14, placeLongitude));
  }

  public ShopPatch placeHeight(BigDecimal placeHeight) {
    return new ShopPatch(with(15, placeHeight));
  }

  public ShopPatch placeHeightNull() {
    return new ShopPatch(withNull(15));
  }

  public ShopPatch rentAmount(BigDecimal rentAmount) {
    return new ShopPatch(with(16, rentAmount));
  }

  public ShopPatch rentCurrency(String rentCurrency) {
    return new ShopPatch(with(17, rentCurrency));
  }

  public ShopPatch name(String name) {
    return new ShopPatch(with(18, name));
  }

  public ShopPatch address(Address address) {
    return new ShopPatch(withAll(1, new Object[] {address.street(), address.number(),
        address.suffix().orElse(null), address.place().latitude(), address.place().longitude(),
        address.place().height().orElse(null)}));
  }

  public ShopPatch office(Address office) {
    return new ShopPatch(withAll(7, new Object[] {office.street(), office.number(),
        office.suffix().orElse(null), office.place().latitude(), office.place().longitude(),
        office.place().height().orElse(null)}));
  }

  public ShopPatch officeNull() {
    return new ShopPatch(withAll(7, new Object[6]));
  }

  public ShopPatch place(Place place) {
    return new ShopPatch(withAll(13, new Object[] {place.latitude(), place.longitude(),
        place.height().orElse(null)}));
  }

  public ShopPatch rent(Money rent) {
    return new ShopPatch(withAll(16, new Object[] {rent.amount(), rent.currency()}));
  }
}
