package dev.varve.examples.benchmark.query;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Jdbi with its plugin for PostgreSQL; records by its mapper of constructors. */
final class JdbiPeer implements Peer {
  private static final String INSERT =
      "INSERT INTO new_item (name, code, amount, total, price, active, made, token, tags, note)"
          + " VALUES (:name, :code, :amount, :total, :price, :active, :made, :token, :tags, :note)";

  private final Jdbi jdbi;

  JdbiPeer(DataSource source) {
    this.jdbi = Jdbi.create(source)
        .installPlugin(new PostgresPlugin())
        .registerRowMapper(ConstructorMapper.factory(Item.class));
  }

  @Override
  public Object find(long id) {
    return jdbi.withHandle(handle -> handle
        .createQuery("SELECT " + JdbcPeer.COLUMNS + " FROM item WHERE id = ?")
        .bind(0, id)
        .mapTo(Item.class)
        .one());
  }

  @Override
  public List<?> list(int count) {
    return jdbi.withHandle(handle -> handle
        .createQuery("SELECT " + JdbcPeer.COLUMNS + " FROM item WHERE id <= ? ORDER BY id")
        .bind(0, count)
        .mapTo(Item.class)
        .list());
  }

  @Override
  public long stream() {
    return jdbi.inTransaction(handle -> handle
        .createQuery("SELECT " + JdbcPeer.COLUMNS + " FROM item ORDER BY id")
        .setFetchSize(1_000)
        .mapTo(Item.class)
        .stream()
        .mapToLong(Item::amount)
        .sum());
  }

  @Override
  public long insert(Item item) {
    return jdbi.withHandle(handle -> handle
        .createQuery(INSERT + " RETURNING id")
        .bindMethods(item)
        .mapTo(Long.class)
        .one());
  }

  @Override
  public void insertAll(List<Item> items) {
    jdbi.useTransaction(handle -> batch(handle, items));
  }

  @Override
  public void load(List<Item> items) {
    jdbi.useTransaction(handle -> {
      for (int i = 0; i < items.size(); i += 1_000) {
        batch(handle, items.subList(i, Math.min(i + 1_000, items.size())));
      }
    });
  }

  private static void batch(Handle handle, List<Item> items) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (Item item : items) {
      batch.bindMethods(item).add();
    }
    batch.execute();
  }
}
