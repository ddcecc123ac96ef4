package embedded;

import dev.varve.runtime.query.NewRow;

/**
 * A new row of {@code shops}. What is not given is left to its default, or is NULL.
 */
public final class ShopInsert extends NewRow<ShopTable> {
  private ShopInsert(Object[] values) {
    super(values);
  }

  public static ShopInsert of(long id, Address address, Place place, Money rent, String name) {
    return new ShopInsert(new Object[] {id, address.street(), address.number(),
        address.suffix().orElse(null), address.place().latitude(), address.place().longitude(),
        address.place().height().orElse(null), null, null, null, null, null, null, place.latitude(),
        place.longitude(), place.height().orElse(null), rent.amount(), rent.currency(), name});
  }

  public ShopInsert office(Address office) {
    return new ShopInsert(withAll(7, new Object[] {office.street(), office.number(),
        office.suffix().orElse(null), office.place().latitude(), office.place().longitude(),
        office.place().height().orElse(null)}));
  }
}
