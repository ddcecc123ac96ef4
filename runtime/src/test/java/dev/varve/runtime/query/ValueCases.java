package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import dev.varve.runtime.value.BitString;
import dev.varve.runtime.value.Box;
import dev.varve.runtime.value.Cidr;
import dev.varve.runtime.value.Circle;
import dev.varve.runtime.value.Inet;
import dev.varve.runtime.value.Interval;
import dev.varve.runtime.value.Line;
import dev.varve.runtime.value.LineSegment;
import dev.varve.runtime.value.MacAddress;
import dev.varve.runtime.value.MacAddress8;
import dev.varve.runtime.value.MultiRange;
import dev.varve.runtime.value.Path;
import dev.varve.runtime.value.Point;
import dev.varve.runtime.value.Polygon;
import dev.varve.runtime.value.Range;
import dev.varve.runtime.value.TsVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Every type, with its extremes. */
final class ValueCases {
  private ValueCases() {}

  /** With the types that the cases need. */
  static TestDatabase newDatabase() {
    TestDatabase server = TestServer.newDatabase();
    server.execute("""
        CREATE TYPE mood AS ENUM ('CALM', 'EAGER');
        CREATE TYPE texts AS RANGE (SUBTYPE = text, MULTIRANGE_TYPE_NAME = text_multirange);
        CREATE EXTENSION citext;
        CREATE EXTENSION hstore;
        CREATE EXTENSION ltree;
        """);
    return server;
  }

  record Case<T>(String sqlType, Type<T> type, List<T> values) {
    @Override
    public String toString() {
      return sqlType;
    }
  }

  static Stream<Case<?>> all() {
    return Stream.of(cases(), texts(), values(), ranges()).flatMap(group -> group);
  }

  private static Stream<Case<?>> cases() {
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
        new Case<>("text", Type.STRING, strings()),
        new Case<>("varchar(40)", Type.STRING, strings()),
        new Case<>("char(4)", Type.STRING, List.of("abcd")),
        new Case<>("uuid", Type.UUID, List.of(new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID())),
        new Case<>("bytea", Type.BYTES, List.of(new byte[0], allBytes(), new byte[] {'\\', 0})),
        new Case<>("timestamptz", Type.INSTANT, instants()),
        new Case<>(
            "timestamptz",
            Type.OFFSET_DATE_TIME,
            instants().stream().map(ValueCases::atOffset).toList()),
        new Case<>(
            "date",
            Type.LOCAL_DATE,
            List.of(
                LocalDate.of(2026, 2, 28),
                LocalDate.of(1, 1, 1),
                LocalDate.of(0, 12, 31),
                LocalDate.of(-4712, 1, 1),
                LocalDate.of(-4713, 12, 31),
                LocalDate.of(-4713, 11, 24),
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
                LocalDateTime.of(-4713, 11, 24, 0, 0),
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
        new Case<>("mood", Type.enumOf("mood", Mood.values()), List.of(Mood.values())),
        new Case<>("text", Type.enumOf("text", Mood.values()), List.of(Mood.values())));
  }

  /** The text of any type, in the form in which the server gives it back. */
  private static Stream<Case<?>> texts(String sqlType, String... values) {
    String cast = sqlType.replaceFirst("\\(.*", "");
    return Stream.of(new Case<>(sqlType, Type.STRING.as(cast), List.of(values)));
  }

  private static Stream<Case<?>> texts() {
    return Stream.of(
            texts("citext", "", "Ünïcödé", "a,b", "{x}", "\"q\""),
            texts("hstore", "", "\"a\"=>NULL, \"b,\\\"{}\"=>\"\\\\\""),
            texts("ltree", "top.middle.low", "a"),
            texts("mood", "CALM", "EAGER"),
            texts("uuid", "00000000-0000-0000-0000-000000000000"),
            texts("numeric", "NaN", "Infinity", "-Infinity", "1.50"),
            texts("inet", "10.0.0.1/8", "::1"),
            texts("interval", "1 year 2 mons -3 days +04:05:06.789"),
            texts("json", "{\"a\" : [1, 1.0], \"a\": null}", "null", "\"\\\"{,}\""),
            texts("jsonb", "{\"a\": [1, 1.0]}", "null"),
            texts("jsonpath", "$.\"a\"[*]", "strict $"),
            texts("xml", "<a>\u00fc &amp; {,}</a>", "text", "<!-- \"c\" -->", ""),
            texts("tsquery", "'it''s' & !'b':*A <2> 'c'"),
            texts("pg_lsn", "FFFFFFFF/FFFFFFFF", "0/0"),
            texts("pg_snapshot", "10:20:10,14,15"),
            texts("xid8", "18446744073709551615"),
            texts("oid", "4294967295", "0"),
            texts("name", "a name"),
            texts("box", "(3.5,4.5),(1.5,2.5)"),
            texts("timestamptz", "infinity", "-infinity"),
            texts("int4range", "empty", "[1,4)", "(,)"),
            texts("bpchar(3)", "abc"),
            texts("varchar(3)", "abc", ""))
        .flatMap(cases -> cases);
  }

  private static Stream<Case<?>> values() {
    return Stream.of(
        new Case<>("smallint", ValueTypes.BYTE, List.of(Byte.MIN_VALUE, Byte.MAX_VALUE)),
        new Case<>("smallint", Type.INT.as("smallint"), List.of(-32768, 32767)),
        new Case<>("oid", Type.LONG.as("oid"), List.of(0L, 4294967295L)),
        new Case<>("integer", Type.LONG.as("integer"), List.of(-2147483648L, 2147483647L)),
        new Case<>("char(1)", ValueTypes.CHARACTER, List.of('a', '"', 'ü', '€', ' ')),
        new Case<>(
            "numeric(1000)",
            ValueTypes.BIG_INTEGER,
            List.of(BigInteger.ZERO, BigInteger.TEN.pow(999), BigInteger.ONE.negate())),
        new Case<>(
            "money",
            ValueTypes.MONEY,
            Stream.of(
                    "0.00", "-0.01", "1234567.89", "92233720368547758.07", "-92233720368547758.08")
                .map(BigDecimal::new)
                .toList()),
        new Case<>(
            "timetz",
            ValueTypes.OFFSET_TIME,
            List.of(
                LocalTime.MIDNIGHT.atOffset(ZoneOffset.UTC),
                LocalTime.of(23, 59, 59, 999_999_000).atOffset(ZoneOffset.ofHours(-12)),
                LocalTime.of(1, 2).atOffset(ZoneOffset.ofHoursMinutesSeconds(15, 59, 59)),
                LocalTime.MAX.atOffset(ZoneOffset.ofHoursMinutes(5, 30)))),
        new Case<>("interval", ValueTypes.INTERVAL, intervals()),
        new Case<>(
            "interval",
            ValueTypes.DURATION,
            List.of(
                Duration.ZERO,
                Duration.ofDays(1000).plusNanos(1000),
                Duration.ofMillis(-1),
                Duration.ofSeconds(Long.MAX_VALUE / 1_000_000))),
        new Case<>(
            "interval",
            ValueTypes.PERIOD,
            List.of(Period.ZERO, Period.of(1, 2, 3), Period.of(-1, -2, 40))),
        new Case<>(
            "inet",
            ValueTypes.INET,
            Stream.of(
                    "0.0.0.0",
                    "255.255.255.255",
                    "10.0.0.1/8",
                    "0.0.0.0/0",
                    "::",
                    "::1/64",
                    "2001:db8::ff00:42:8329",
                    "::ffff:1.2.3.4",
                    "::ffff:1.2.3.4/96",
                    "fe80::1/0")
                .map(Inet::parse)
                .toList()),
        new Case<>(
            "inet",
            ValueTypes.INET_ADDRESS,
            List.of(Inet.parse("127.0.0.1").address(), Inet.parse("::1").address())),
        new Case<>(
            "cidr",
            ValueTypes.CIDR,
            Stream.of("0.0.0.0/0", "10.0.0.0/8", "10.1.2.3/32", "::/0", "2001:db8::/32")
                .map(Cidr::parse)
                .toList()),
        new Case<>(
            "macaddr",
            ValueTypes.MAC_ADDRESS,
            List.of(new MacAddress(0), new MacAddress(0xffff_ffff_ffffL), new MacAddress(1))),
        new Case<>(
            "macaddr8",
            ValueTypes.MAC_ADDRESS8,
            List.of(new MacAddress8(0), new MacAddress8(-1), new MacAddress8(1))),
        new Case<>(
            "varbit",
            ValueTypes.BIT_STRING,
            List.of(new BitString(""), new BitString("0"), BitString.of(-1, 70))),
        new Case<>(
            "bit(4)",
            ValueTypes.BIT_STRING.as("varbit"),
            List.of(new BitString("0101"), BitString.of(8, 4))),
        new Case<>(
            "tsvector",
            ValueTypes.TS_VECTOR,
            Stream.of("", "'a':1", "'it''s':1A,2,16383C 'b\\\\c':3B", "'a b' 'ü':5")
                .map(TsVector::parse)
                .toList()),
        new Case<>(
            "point",
            ValueTypes.POINT,
            List.of(
                new Point(0, -0.0),
                new Point(Double.NaN, Double.NEGATIVE_INFINITY),
                new Point(Double.MIN_VALUE, Double.MAX_VALUE),
                new Point(0.1, 1e-7))),
        new Case<>("line", ValueTypes.LINE, List.of(new Line(1, -1.5, 1e20), new Line(0, 1, 0))),
        new Case<>(
            "lseg",
            ValueTypes.LINE_SEGMENT,
            List.of(new LineSegment(new Point(1, 2), new Point(-3, 0.5)))),
        new Case<>(
            "box",
            ValueTypes.BOX,
            List.of(
                new Box(new Point(1, 5), new Point(3, 2)),
                new Box(new Point(0, 0), new Point(0, 0)))),
        new Case<>(
            "path",
            ValueTypes.PATH,
            List.of(
                new Path(List.of(new Point(1, 2)), true),
                new Path(List.of(new Point(1, 2), new Point(3, 4)), false))),
        new Case<>(
            "polygon",
            ValueTypes.POLYGON,
            List.of(new Polygon(List.of(new Point(1, 2), new Point(3, 4), new Point(0, 0))))),
        new Case<>(
            "circle",
            ValueTypes.CIRCLE,
            List.of(new Circle(new Point(1, 2), 0), new Circle(new Point(-1, 0.1), 1e10))));
  }

  private static List<Interval> intervals() {
    return List.of(
        Interval.ZERO,
        new Interval(14, -3, 14_706_789_000L),
        new Interval(-1, 0, 0),
        new Interval(0, 0, -1),
        new Interval(1, 1, 1),
        new Interval(-25, 3, 59_999_999),
        new Interval(0, 0, Long.MAX_VALUE),
        new Interval(0, 0, Long.MIN_VALUE + 1),
        new Interval(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE - 1),
        new Interval(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE + 1),
        Interval.MAX);
  }

  private static Stream<Case<?>> ranges() {
    LocalDate day = LocalDate.of(2026, 2, 28);
    LocalDateTime time = LocalDateTime.of(1582, 10, 10, 1, 2, 3, 1_000);
    Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");
    return Stream.of(
        new Case<>(
            "int4range",
            Type.range("int4range", Type.INT),
            List.of(
                Range.<Integer>empty(),
                Range.<Integer>all(),
                Range.closedOpen(Integer.MIN_VALUE, Integer.MAX_VALUE),
                Range.atLeast(-1),
                Range.lessThan(7))),
        new Case<>(
            "int8range",
            Type.range("int8range", Type.LONG),
            List.of(Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE), Range.<Long>empty())),
        new Case<>(
            "numrange",
            Type.range("numrange", Type.DECIMAL),
            List.of(
                Range.closed(new BigDecimal("-1.50"), new BigDecimal("1E-30")),
                Range.of(BigDecimal.ZERO, false, null, true))),
        new Case<>(
            "tsrange",
            Type.range("tsrange", Type.LOCAL_DATE_TIME),
            List.of(
                Range.closed(time, time),
                Range.closed(LocalDateTime.MIN, LocalDateTime.MAX),
                Range.of(LocalDateTime.of(-43, 3, 15, 12, 0), false, time, true))),
        new Case<>(
            "tstzrange",
            Type.range("tstzrange", Type.INSTANT),
            List.of(
                Range.closedOpen(Instant.parse("-0043-03-15T12:00:00.000001Z"), instant),
                Range.closedOpen(instant, Instant.MAX),
                Range.<Instant>all())),
        new Case<>(
            "daterange",
            Type.range("daterange", Type.LOCAL_DATE),
            List.of(
                Range.closedOpen(LocalDate.of(-4712, 1, 1), day),
                Range.closedOpen(LocalDate.MIN, LocalDate.MAX))),
        new Case<>(
            "texts",
            Type.range("texts", Type.STRING),
            List.of(
                Range.closed("", "\"\\,]"),
                Range.of("(a", false, "b)", false),
                Range.lessThan("NULL"))),
        new Case<>(
            "int4multirange",
            Type.multirange("int4multirange", Type.INT),
            List.of(
                MultiRange.<Integer>of(),
                MultiRange.<Integer>of(Range.all()),
                MultiRange.of(Range.lessThan(-7), Range.closedOpen(1, 3), Range.atLeast(9)))),
        new Case<>(
            "tstzmultirange",
            Type.multirange("tstzmultirange", Type.INSTANT),
            List.of(MultiRange.of(Range.closedOpen(Instant.EPOCH, instant)))),
        new Case<>(
            "text_multirange",
            Type.multirange("text_multirange", Type.STRING),
            List.of(MultiRange.of(Range.closed("", "\"\\,}"), Range.atLeast("x")))));
  }

  private static List<String> strings() {
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
        Instant.parse("-4713-11-24T00:00:00Z"),
        Instant.parse("+294276-12-31T23:59:59.999999Z"),
        Instant.MAX,
        Instant.MIN);
  }

  static OffsetDateTime atOffset(Instant instant) {
    if (instant.equals(Instant.MAX)) {
      return OffsetDateTime.MAX;
    }
    return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
  }

  private static byte[] allBytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
