package dev.varve.runtime.query;

import static dev.varve.runtime.query.ItemTable.ITEMS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.varve.runtime.query.ItemTable.Insert;
import dev.varve.runtime.query.ItemTable.Item;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the everyday statements allocate, compared with JDBC by hand. Unlike time, it hardly depends
 * on what else the machine does.
 */
class AllocationTest {
  private static final double LIMIT = 1.10;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String COLUMNS =
      "name, code, amount, total, price, active, made, token, tags, note";
  private static final String INSERT =
      "INSERT INTO item (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final List<Item> ROWS =
      IntStream.rangeClosed(1, 1_000).mapToObj(AllocationTest::item).toList();

  private static TestDatabase server;
  private static OneConnection pool;
  private static Database db;

  @BeforeAll
  static void start() {
    server = TestServer.newDatabase();
    server.execute("""
        CREATE TABLE item (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,
          code varchar(40) NOT NULL, amount integer NOT NULL, total bigint NOT NULL,
          price numeric NOT NULL, active boolean NOT NULL, made timestamptz NOT NULL,
          token uuid NOT NULL, tags text[] NOT NULL, note text)
        """);
    PGSimpleDataSource source = server.dataSource();
    source.setReWriteBatchedInserts(true);
    pool = new OneConnection(source);
    db = Database.of(pool.dataSource());
    db.copyIn(ITEMS, ROWS.stream().map(Insert::of).toList());
  }

  @AfterAll
  static void stop() {
    pool.close();
    server.close();
  }

  interface Work {
    Object run() throws Exception;
  }

  @Test
  void aRowByItsKey() throws Exception {
    assertWithin(LIMIT, 500, () -> db.find(ITEMS.pk, 500L).orElseThrow(), () -> {
      try (Connection connection = pool.dataSource().getConnection();
          PreparedStatement statement =
              connection.prepareStatement("SELECT id, " + COLUMNS + " FROM item WHERE id = ?")) {
        statement.setLong(1, 500);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          return row(rows);
        }
      }
    });
  }

  @Test
  void aThousandRows() throws Exception {
    assertWithin(
        LIMIT,
        20,
        () -> db.from(ITEMS).where(ITEMS.id.le(1_000L)).orderBy(ITEMS.id.asc()).list(),
        () -> rows("SELECT id, " + COLUMNS + " FROM item WHERE id <= ? ORDER BY id"));
  }

  @Test
  void insertOneReturningItsKey() throws Exception {
    Item item = ROWS.get(9);
    assertWithin(
        LIMIT,
        500,
        () -> db.insert(ITEMS).values(Insert.of(item)).returning(ITEMS.id).one(),
        () -> {
          try (Connection connection = pool.dataSource().getConnection();
              PreparedStatement statement = connection.prepareStatement(INSERT + " RETURNING id")) {
            set(statement, item);
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          }
        });
  }

  /** About half of what a rewritten batch takes. */
  @Test
  void insertAThousand() throws Exception {
    assertWithin(
        0.7,
        10,
        () -> db.insert(ITEMS).values(ROWS.stream().map(Insert::of).toList()).execute(),
        AllocationTest::batch);
  }

  @Test
  void copyAThousand() throws Exception {
    assertWithin(
        0.7,
        10,
        () -> db.copyIn(ITEMS, ROWS.stream().map(Insert::of).toList()),
        AllocationTest::batch);
  }

  private static Object batch() throws SQLException {
    try (Connection connection = pool.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Item item : ROWS) {
        set(statement, item);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, Item item) throws SQLException {
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

  private static List<Item> rows(String sql) throws SQLException {
    try (Connection connection = pool.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, 1_000);
      try (ResultSet rows = statement.executeQuery()) {
        List<Item> items = new ArrayList<>();
        while (rows.next()) {
          items.add(row(rows));
        }
        return items;
      }
    }
  }

  private static Item row(ResultSet rows) throws SQLException {
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

  private static Item item(int i) {
    return new Item(
        0,
        "Item number " + i,
        "code-" + i % 977,
        i,
        i * 1_000_003L,
        BigDecimal.valueOf(i * 37L, 2),
        i % 3 != 0,
        OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusSeconds(i * 61L),
        new UUID(i, -i),
        new String[] {"tag" + i % 7, "tag" + i % 11},
        i % 2 == 0 ? null : "A note on item number " + i + ", in a few words.");
  }

  /** Measures until the compiler has done its work, which it does at times of its own. */
  private static void assertWithin(double limit, int calls, Work ours, Work byHand)
      throws Exception {
    double ratio = Double.MAX_VALUE;
    for (int round = 0; round < 300 && (round < 4 || ratio > limit); round++) {
      double base = bytes(byHand, calls);
      ratio = bytes(ours, calls) / base;
    }
    assertTrue(ratio <= limit, "ratio: " + ratio);
  }

  private static double bytes(Work work, int calls) throws Exception {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < calls; i++) {
      work.run();
    }
    return (THREADS.getThreadAllocatedBytes(thread) - before) / (double) calls;
  }
}
