package dev.varve.runtime.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What goes in comes out: every type, its extremes, in the driver's text and binary forms. */
class RoundTripTest {
  private static TestDatabase server;
  private static final TimeZone ZONE = TimeZone.getDefault();

  @BeforeAll
  static void start() {
    server = TestServer.newDatabase();
    server.execute("CREATE TYPE mood AS ENUM ('CALM', 'EAGER')");
  }

  @AfterAll
  static void stop() {
    TimeZone.setDefault(ZONE);
    server.close();
  }

  record Case<T>(String sqlType, Type<T> type, List<T> values) {
    @Override
    public String toString() {
      return sqlType;
    }
  }

  static Stream<Case<?>> cases() {
    return Stream.of(
        new Case<>("boolean", Type.BOOLEAN, List.of(true, false)),
        new Case<>("smallint", Type.SHORT, List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE)),
        new Case<>("integer", Type.INT, List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE)),
        new Case<>("bigint", Type.LONG, List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE)),
        new Case<>(
            "real",
            Type.FLOAT,
            List.of(
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                -0.0f,
                0.1f,
                Float.NaN,
                Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY)),
        new Case<>(
            "double precision",
            Type.DOUBLE,
            List.of(
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                -0.0,
                0.1,
                Math.PI,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY)),
        new Case<>(
            "numeric",
            Type.DECIMAL,
            Stream.of("0", "-1.50", "1234567890123456789012345678901234567890.123456789", "1E-30")
                .map(BigDecimal::new)
                .toList()),
        new Case<>("numeric(10, 2)", Type.DECIMAL, List.of(new BigDecimal("12345678.90"))),
        new Case<>("text", Type.STRING, texts()),
        new Case<>("varchar(40)", Type.STRING, texts()),
        new Case<>("char(4)", Type.STRING, List.of("abcd")),
        new Case<>("uuid", Type.UUID, List.of(new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID())),
        new Case<>("bytea", Type.BYTES, List.of(new byte[0], allBytes(), new byte[] {'\\', 0})),
        new Case<>("timestamptz", Type.INSTANT, instants()),
        new Case<>(
            "timestamptz",
            Type.OFFSET_DATE_TIME,
            instants().stream().map(RoundTripTest::atOffset).toList()),
        new Case<>(
            "date",
            Type.LOCAL_DATE,
            List.of(
                LocalDate.of(2026, 2, 28),
                LocalDate.of(1, 1, 1),
                LocalDate.of(0, 12, 31),
                LocalDate.of(-4712, 1, 1),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(5874897, 12, 31),
                LocalDate.MAX,
                LocalDate.MIN)),
        new Case<>(
            "time",
            Type.LOCAL_TIME,
            List.of(
                LocalTime.MIDNIGHT,
                LocalTime.of(12, 30),
                LocalTime.of(23, 59, 59, 999_999_000),
                LocalTime.MAX)),
        new Case<>(
            "timestamp",
            Type.LOCAL_DATE_TIME,
            List.of(
                LocalDateTime.of(2026, 3, 29, 2, 30),
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(-43, 3, 15, 12, 0, 0, 1_000),
                LocalDateTime.of(1582, 10, 10, 1, 2, 3),
                LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.MAX,
                LocalDateTime.MIN)),
        new Case<>(
            "jsonb",
            Type.JSON,
            Stream.of("null", "\"\\\"{,}\\\\\"", "{\"a\": [1.50, 1e-30, true, null]}", "[]")
                .map(Json::parse)
                .toList()),
        new Case<>("mood", Type.enumOf("mood", Mood.values()), List.of(Mood.values())));
  }

  private static List<String> texts() {
    return List.of(
        "",
        " ",
        "NULL",
        "null",
        "a,b",
        "{x}",
        "\"quoted\"",
        "back\\slash",
        "'; DROP TABLE x; --",
        "line\nline\ttab",
        "ünïcödé €",
        "\uD83D\uDC18",
        "$1 ? ?? ::text");
  }

  private static List<Instant> instants() {
    return List.of(
        Instant.EPOCH,
        Instant.parse("2026-03-29T01:30:00.123456Z"),
        Instant.parse("2026-10-25T01:30:00Z"),
        Instant.parse("1900-01-01T00:00:00Z"),
        Instant.parse("1582-10-10T00:00:00Z"),
        Instant.parse("1582-10-04T23:59:59.999999Z"),
        Instant.parse("0001-01-01T00:00:00Z"),
        Instant.parse("-0043-03-15T12:00:00.000001Z"),
        Instant.parse("-4712-01-01T00:00:00Z"),
        Instant.parse("+294276-12-31T23:59:59.999999Z"),
        Instant.MAX,
        Instant.MIN);
  }

  private static OffsetDateTime atOffset(Instant instant) {
    if (instant.equals(Instant.MAX)) {
      return OffsetDateTime.MAX;
    }
    return instant.equals(Instant.MIN)
        ? OffsetDateTime.MIN
        : instant.atOffset(java.time.ZoneOffset.UTC);
  }

  private static byte[] allBytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static Stream<Arguments> runs() {
    List<Arguments> runs = new ArrayList<>();
    for (String zone : List.of("UTC", "America/New_York", "Europe/Amsterdam")) {
      for (int prepareThreshold : new int[] {0, -1}) {
        cases()
            .filter(c -> zone.equals("UTC") || c.sqlType().matches("date|time.*"))
            .forEach(c -> runs.add(Arguments.of(c, zone, prepareThreshold)));
      }
    }
    return runs.stream();
  }

  /**
   * @param prepareThreshold of the driver: 0 reads text always, -1 binary from the first row on
   */
  @ParameterizedTest
  @MethodSource("runs")
  <T> void whatGoesInComesOut(Case<T> test, String zone, int prepareThreshold) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    server.execute("DROP TABLE IF EXISTS \"values\";" + ValueTable.create(test.sqlType()));
    PGSimpleDataSource source = server.dataSource();
    source.setPrepareThreshold(prepareThreshold);
    Database db = Database.of(source);
    ValueTable<T> table = new ValueTable<>("values", test.type());
    List<ValueTable.Row<T>> rows = new ArrayList<>();
    List<ValueTable.Values<T>> expected = new ArrayList<>();
    for (T value : test.values()) {
      int id = rows.size();
      Optional<T> maybe = id % 2 == 0 ? Optional.of(value) : Optional.empty();
      List<T> list = id % 3 == 0 ? List.of() : Arrays.asList(value, null, value);
      Optional<List<T>> maybeList = id % 2 == 0 ? Optional.empty() : Optional.of(List.of(value));
      rows.add(new ValueTable.Row<>(id, value, maybe, list, maybeList));
      expected.add(new ValueTable.Values<>(id, value, maybe, list, maybeList));
    }

    for (int i = 0; i < rows.size(); i++) {
      assertSame(
          expected.get(i), db.insert(table).values(rows.get(i)).returning().one());
    }
    assertRows(expected, db.from(table).orderBy(table.id.asc()).list());
    db.delete(table).allRows().execute();
    assertRows(expected, db.insert(table).values(rows).returning().list());
    assertRows(expected, db.from(table).orderBy(table.id.asc()).list());

    for (T value : test.values()) {
      assertTrue(db.from(table).where(table.value.eq(value)).count() >= 1, () -> "eq " + value);
      assertTrue(db.from(table).where(table.value.in(value)).count() >= 1, () -> "in " + value);
    }
    assertEquals(
        rows.size(), db.from(table).where(table.value.in(test.values())).count(), "in, with all");
  }

  private static <T> void assertRows(
      List<ValueTable.Values<T>> expected, List<ValueTable.Values<T>> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertSame(expected.get(i), actual.get(i));
    }
  }

  private static <T> void assertSame(ValueTable.Values<T> expected, ValueTable.Values<T> actual) {
    assertTrue(
        Objects.deepEquals(parts(expected), parts(actual)),
        () -> "Expected " + expected + ", found " + actual);
  }

  /** Records do not compare arrays by what they hold. */
  private static Object[] parts(ValueTable.Values<?> values) {
    return new Object[] {
      values.id(),
      values.value(),
      values.maybe().orElse(null),
      values.list().toArray(),
      values.maybeList().map(List::toArray).orElse(null)
    };
  }
}
