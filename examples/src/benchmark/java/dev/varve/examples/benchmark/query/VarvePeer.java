package dev.varve.examples.benchmark.query;

import static dev.varve.examples.benchmark.query.ItemTable.ITEM;
import static dev.varve.examples.benchmark.query.NewItemTable.NEW_ITEM;
import static dev.varve.runtime.query.Expressions.when;

import dev.varve.runtime.query.Database;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

final class VarvePeer implements Peer {
  private final Database db;

  VarvePeer(DataSource source) {
    this.db = Database.of(source);
  }

  @Override
  public Object find(long id) {
    return db.find(ITEM.pk, id).orElseThrow();
  }

  @Override
  public List<?> list(int count) {
    return db.from(ITEM).where(ITEM.id.le((long) count)).orderBy(ITEM.id.asc()).list();
  }

  @Override
  public long stream() {
    return db.from(ITEM).orderBy(ITEM.id.asc()).stream(
        items -> items.mapToLong(Item::amount).sum());
  }

  @Override
  public long insert(Item item) {
    return db.insert(NEW_ITEM).values(row(item)).returning(NEW_ITEM.id).one();
  }

  @Override
  public void insertAll(List<Item> items) {
    List<NewItemInsert> rows = new ArrayList<>(items.size());
    for (Item item : items) {
      rows.add(row(item));
    }
    db.insert(NEW_ITEM).values(rows).execute();
  }

  @Override
  public void load(List<Item> items) {
    db.copyIn(NEW_ITEM, () -> items.stream().map(VarvePeer::row).iterator());
  }

  private static NewItemInsert row(Item item) {
    NewItemInsert row = NewItemInsert.of(
        item.name(),
        item.code(),
        item.amount(),
        item.total(),
        item.price(),
        item.active(),
        item.made(),
        item.token(),
        item.tags());
    return item.note() == null ? row : row.note(item.note());
  }

  @Override
  public Object search(Search search) {
    return db.from(ITEM)
        .where(
            when(search.name() != null, () -> ITEM.name.like(search.name())),
            when(search.least() > 0, () -> ITEM.amount.ge(search.least())),
            when(search.active(), () -> ITEM.active.eq(true)))
        .orderBy(ITEM.id.asc())
        .sql();
  }
}
