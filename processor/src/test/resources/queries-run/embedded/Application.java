package embedded;

import static embedded.ShopTable.SHOPS;

import dev.varve.runtime.query.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

public final class Application implements Consumer<DataSource> {
  private static final Place HERE = new Place(52.5, -0.25, Optional.empty());
  private static final Place HIGH = new Place(0, 0, Optional.of(new BigDecimal("8848.86")));
  private static final Address HOME = new Address("Street", 1, Optional.of("a"), HERE);
  private static final Address WORK = new Address("Way", 2, Optional.empty(), HIGH);
  private static final Money RENT = new Money(new BigDecimal("1.50"), "EUR");

  public Application() {}

  @Override
  public void accept(DataSource source) {
    Database db = Database.of(source);
    Shop one = new Shop(1, HOME, Optional.empty(), HIGH, RENT, "one");
    Shop two = new Shop(2, WORK, Optional.of(WORK), HERE, RENT, "two");
    check(one, db.insert(SHOPS).values(row(one)).returning().one());
    check(two, db.insert(SHOPS).values(row(two)).returning().one());
    db.delete(SHOPS).allRows().execute();
    check(
        List.of(one, two),
        db.insert(SHOPS).values(List.of(row(one), row(two))).returning().list());
    List<Shop> copied = new ArrayList<>();
    db.copyOut(db.from(SHOPS).orderBy(SHOPS.id.asc()), copied::add);
    check(List.of(one, two), copied);
    db.delete(SHOPS).allRows().execute();
    db.copyIn(SHOPS, List.of(row(one), row(two)));
    check(List.of(one, two), db.from(SHOPS).orderBy(SHOPS.id.asc()).list());
    check(one, db.from(SHOPS).where(SHOPS.addressPlaceLatitude.gt(50.0)).one());
    check(two, db.from(SHOPS).where(SHOPS.officeStreet.like("W%")).one());
    db.update(SHOPS)
        .set(ShopPatch.of().address(WORK).office(HOME).rentCurrency("USD"))
        .where(SHOPS.id.eq(1L))
        .execute();
    Shop changed =
        new Shop(
            1, WORK, Optional.of(HOME), HIGH, new Money(new BigDecimal("1.50"), "USD"), "one");
    check(changed, db.find(SHOPS.pk, 1L).orElseThrow());
    db.update(SHOPS).set(ShopPatch.of().officeNull()).allRows().execute();
    check(Optional.empty(), db.find(SHOPS.pk, 2L).orElseThrow().office());
  }

  private static ShopInsert row(Shop shop) {
    ShopInsert row =
        ShopInsert.of(shop.id(), shop.address(), shop.place(), shop.rent(), shop.name());
    return shop.office().map(row::office).orElse(row);
  }

  private static void check(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("Expected " + expected + ", found " + actual);
    }
  }
}
