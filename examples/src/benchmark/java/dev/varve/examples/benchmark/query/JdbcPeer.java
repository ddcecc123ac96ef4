package dev.varve.examples.benchmark.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** JDBC by hand, as a careful engineer writes it: the limit. */
final class JdbcPeer implements Peer {
  static final String COLUMNS =
      "id, name, code, amount, total, price, active, made, token, tags, note";
  static final String INSERT =
      "INSERT INTO new_item (name, code, amount, total, price, active, made, token, tags, note)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final DataSource source;

  JdbcPeer(DataSource source) {
    this.source = source;
  }

  @Override
  public Object find(long id) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT " + COLUMNS + " FROM item WHERE id = ?")) {
      statement.setLong(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return read(rows);
      }
    }
  }

  @Override
  public List<?> list(int count) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM item WHERE id <= ? ORDER BY id")) {
      statement.setLong(1, count);
      try (ResultSet rows = statement.executeQuery()) {
        List<Item> items = new ArrayList<>();
        while (rows.next()) {
          items.add(read(rows));
        }
        return items;
      }
    }
  }

  @Override
  public long stream() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT " + COLUMNS + " FROM item ORDER BY id")) {
        statement.setFetchSize(1_000);
        long sum = 0;
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            sum += read(rows).amount();
          }
        }
        return sum;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  static Item read(ResultSet rows) throws SQLException {
    return new Item(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getInt(4),
        rows.getLong(5),
        rows.getBigDecimal(6),
        rows.getBoolean(7),
        rows.getObject(8, OffsetDateTime.class),
        rows.getObject(9, UUID.class),
        (String[]) rows.getArray(10).getArray(),
        rows.getString(11));
  }

  @Override
  public long insert(Item item) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT + " RETURNING id")) {
      set(statement, item);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** A batch, which the driver rewrites to inserts of many rows. */
  @Override
  public void insertAll(List<Item> items) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        for (Item item : items) {
          set(statement, item);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void load(List<Item> items) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
        int open = 0;
        for (Item item : items) {
          set(statement, item);
          statement.addBatch();
          if (++open % 1_000 == 0) {
            statement.executeBatch();
          }
        }
        statement.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  static void set(PreparedStatement statement, Item item) throws SQLException {
    statement.setString(1, item.name());
    statement.setString(2, item.code());
    statement.setInt(3, item.amount());
    statement.setLong(4, item.total());
    statement.setBigDecimal(5, item.price());
    statement.setBoolean(6, item.active());
    statement.setObject(7, item.made());
    statement.setObject(8, item.token());
    statement.setObject(9, item.tags());
    if (item.note() == null) {
      statement.setNull(10, Types.VARCHAR);
    } else {
      statement.setString(10, item.note());
    }
  }

  /** The text and the values of a search, as one writes it by hand. */
  @Override
  public Object search(Search search) {
    StringBuilder sql = new StringBuilder("SELECT " + COLUMNS + " FROM item");
    List<Object> values = new ArrayList<>();
    if (search.name() != null) {
      values.add(search.name());
      sql.append(" WHERE name LIKE ?");
    }
    if (search.least() > 0) {
      values.add(search.least());
      sql.append(values.size() == 1 ? " WHERE " : " AND ").append("amount >= ?");
    }
    if (search.active()) {
      values.add(true);
      sql.append(values.size() == 1 ? " WHERE " : " AND ").append("active = ?");
    }
    sql.append(" ORDER BY id");
    return new Made(sql.toString(), values);
  }

  private record Made(String sql, List<Object> values) {}
}
