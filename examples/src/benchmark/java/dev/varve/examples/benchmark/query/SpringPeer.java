package dev.varve.examples.benchmark.query;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcClient, told how to convert an array; batches are JdbcTemplate's. */
final class SpringPeer implements Peer {
  private final JdbcClient client;
  private final JdbcTemplate template;
  private final JdbcClient paged;
  private final TransactionTemplate transaction;
  private final RowMapper<Item> items;

  SpringPeer(DataSource source) {
    this.client = JdbcClient.create(source);
    this.template = new JdbcTemplate(source);
    JdbcTemplate pages = new JdbcTemplate(source);
    pages.setFetchSize(1_000);
    this.paged = JdbcClient.create(pages);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    DefaultConversionService conversions = new DefaultConversionService();
    conversions.addConverter(Array.class, String[].class, SpringPeer::strings);
    this.items = new SimplePropertyRowMapper<>(Item.class, conversions);
  }

  private static String[] strings(Array array) {
    try {
      return (String[]) array.getArray();
    } catch (SQLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public Object find(long id) {
    return client
        .sql("SELECT " + JdbcPeer.COLUMNS + " FROM item WHERE id = ?")
        .param(id)
        .query(items)
        .single();
  }

  @Override
  public List<?> list(int count) {
    return client
        .sql("SELECT " + JdbcPeer.COLUMNS + " FROM item WHERE id <= ? ORDER BY id")
        .param(count)
        .query(items)
        .list();
  }

  @Override
  public long stream() {
    Long sum = transaction.execute(status -> {
      try (Stream<Item> all =
          paged
              .sql("SELECT " + JdbcPeer.COLUMNS + " FROM item ORDER BY id")
              .query(items)
              .stream()) {
        return all.mapToLong(Item::amount).sum();
      }
    });
    return sum == null ? 0 : sum;
  }

  @Override
  public long insert(Item item) {
    return client
        .sql(JdbcPeer.INSERT + " RETURNING id")
        .params(
            item.name(),
            item.code(),
            item.amount(),
            item.total(),
            item.price(),
            item.active(),
            item.made(),
            item.token(),
            item.tags(),
            item.note())
        .query(Long.class)
        .single();
  }

  @Override
  public void insertAll(List<Item> items) {
    transaction.executeWithoutResult(
        status -> template.batchUpdate(JdbcPeer.INSERT, items, 1_000, SpringPeer::set));
  }

  @Override
  public void load(List<Item> items) {
    insertAll(items);
  }

  private static void set(PreparedStatement statement, Item item) throws SQLException {
    JdbcPeer.set(statement, item);
  }
}
