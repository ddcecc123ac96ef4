package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.query.sample.Mood;
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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Random values of every type, from the whole of what PostgreSQL keeps. */
record RandomValues<T>(String sqlType, Type<T> type, Function<Random, T> next) {
  /** What PostgreSQL's timestamps reach: 4714 BC to 294276. */
  private static final long FIRST = LocalDate.of(-4713, 11, 24).toEpochDay();

  private static final long LAST = LocalDate.of(294276, 12, 31).toEpochDay();
  private static final long LAST_DATE = LocalDate.of(5874897, 12, 31).toEpochDay();
  private static final String ODD = "\"'\\,{}()[]\t\n\r\b :;%_$?/-+NUL";

  static List<RandomValues<?>> all() {
    return Stream.of(basic(), numbers(), times(), values(), ranges(), converted(), nested())
        .flatMap(group -> group)
        .toList();
  }

  /** So many values, and an array of them among the types. */
  ValueCases.Case<T> some(Random random, int count) {
    return new ValueCases.Case<>(
        sqlType, type, Stream.generate(() -> next.apply(random)).limit(count).toList());
  }

  private static Stream<RandomValues<?>> basic() {
    return Stream.of(
        new RandomValues<>("boolean", Type.BOOLEAN, Random::nextBoolean),
        new RandomValues<>("text", Type.STRING, RandomValues::string),
        new RandomValues<>("citext", Type.STRING.as("citext"), RandomValues::string),
        new RandomValues<>("varchar(60)", Type.STRING, RandomValues::string),
        new RandomValues<>("char(1)", ValueTypes.CHARACTER, r -> (char) (0x21 + r.nextInt(0xd000))),
        new RandomValues<>("uuid", Type.UUID, r -> new UUID(r.nextLong(), r.nextLong())),
        new RandomValues<>("bytea", Type.BYTES, RandomValues::bytes),
        new RandomValues<>("jsonb", Type.JSON, r -> json(r, 3)),
        new RandomValues<>("json", Type.JSON.as("json"), r -> json(r, 3)),
        new RandomValues<>("mood", Type.enumOf("mood", Mood.values()), RandomValues::mood),
        new RandomValues<>("text", Type.enumOf("text", Mood.values()), RandomValues::mood),
        new RandomValues<>(
            "ltree", Type.STRING.as("ltree"), r -> "a" + r.nextInt(9) + ".B_" + r.nextInt()));
  }

  private static Stream<RandomValues<?>> numbers() {
    return Stream.of(
        new RandomValues<>("smallint", Type.SHORT, r -> (short) whole(r)),
        new RandomValues<>("smallint", ValueTypes.BYTE, r -> (byte) whole(r)),
        new RandomValues<>("smallint", Type.INT.as("smallint"), r -> (int) (short) whole(r)),
        new RandomValues<>("integer", Type.INT, r -> (int) whole(r)),
        new RandomValues<>("bigint", Type.LONG, RandomValues::whole),
        new RandomValues<>("oid", Type.LONG.as("oid"), r -> whole(r) & 0xffff_ffffL),
        new RandomValues<>("real", Type.FLOAT, r -> Float.intBitsToFloat((int) whole(r))),
        new RandomValues<>("double precision", Type.DOUBLE, RandomValues::real),
        new RandomValues<>("numeric", Type.DECIMAL, RandomValues::decimal),
        new RandomValues<>("numeric", ValueTypes.BIG_INTEGER, r -> new BigInteger(900, r)),
        new RandomValues<>("money", ValueTypes.MONEY, r -> BigDecimal.valueOf(whole(r), 2)));
  }

  private static Stream<RandomValues<?>> times() {
    return Stream.of(
        new RandomValues<>("timestamptz", Type.INSTANT, RandomValues::instant),
        new RandomValues<>("timestamptz", Type.OFFSET_DATE_TIME, RandomValues::offsetDateTime),
        new RandomValues<>("timestamp", Type.LOCAL_DATE_TIME, RandomValues::dateTime),
        new RandomValues<>("date", Type.LOCAL_DATE, RandomValues::date),
        new RandomValues<>("time", Type.LOCAL_TIME, RandomValues::time),
        new RandomValues<>(
            "timetz",
            ValueTypes.OFFSET_TIME,
            r -> time(r).atOffset(ZoneOffset.ofTotalSeconds(r.nextInt(115_200) - 57_600))),
        new RandomValues<>(
            "interval",
            ValueTypes.INTERVAL,
            r -> new Interval((int) whole(r) / 2, (int) whole(r) / 2, whole(r) / 2)),
        new RandomValues<>(
            "interval", ValueTypes.DURATION, r -> Duration.of(whole(r) / 2, ChronoUnit.MICROS)),
        new RandomValues<>(
            "interval",
            ValueTypes.PERIOD,
            r -> Period.of(r.nextInt(200) - 100, 0, r.nextInt()).normalized()));
  }

  private static Stream<RandomValues<?>> values() {
    return Stream.of(
        new RandomValues<>("inet", ValueTypes.INET, RandomValues::inet),
        new RandomValues<>("inet", ValueTypes.INET_ADDRESS, r -> inet(r).address()),
        new RandomValues<>("cidr", ValueTypes.CIDR, RandomValues::cidr),
        new RandomValues<>(
            "macaddr", ValueTypes.MAC_ADDRESS, r -> new MacAddress(r.nextLong() >>> 16)),
        new RandomValues<>("macaddr8", ValueTypes.MAC_ADDRESS8, r -> new MacAddress8(r.nextLong())),
        new RandomValues<>(
            "varbit", ValueTypes.BIT_STRING, r -> BitString.of(r.nextLong(), r.nextInt(65))),
        new RandomValues<>(
            "bit(64)", ValueTypes.BIT_STRING.as("varbit"), r -> BitString.of(r.nextLong(), 64)),
        new RandomValues<>("tsvector", ValueTypes.TS_VECTOR, RandomValues::words),
        new RandomValues<>("point", ValueTypes.POINT, RandomValues::point),
        new RandomValues<>(
            "line", ValueTypes.LINE, r -> new Line(1 + r.nextDouble(), finite(r), finite(r))),
        new RandomValues<>(
            "lseg", ValueTypes.LINE_SEGMENT, r -> new LineSegment(place(r), place(r))),
        new RandomValues<>("box", ValueTypes.BOX, r -> new Box(place(r), place(r))),
        new RandomValues<>("path", ValueTypes.PATH, r -> new Path(places(r), r.nextBoolean())),
        new RandomValues<>("polygon", ValueTypes.POLYGON, r -> new Polygon(places(r))),
        new RandomValues<>(
            "circle", ValueTypes.CIRCLE, r -> new Circle(place(r), 1e9 * r.nextDouble())));
  }

  private static Stream<RandomValues<?>> ranges() {
    return Stream.of(
            range("int4", Type.INT, r -> (int) whole(r) / 2, true),
            range("int8", Type.LONG, r -> whole(r) / 2, true),
            range("num", Type.DECIMAL, RandomValues::decimal, false),
            range("ts", Type.LOCAL_DATE_TIME, RandomValues::dateTime, false),
            range("tstz", Type.INSTANT, RandomValues::instant, false),
            range("date", Type.LOCAL_DATE, RandomValues::date, true),
            Stream.<RandomValues<?>>of(new RandomValues<>(
                "texts", Type.range("texts", Type.STRING), r -> Range.atLeast(string(r)))))
        .flatMap(group -> group);
  }

  private static Stream<RandomValues<?>> converted() {
    return Stream.of(
        new RandomValues<>(
            "text",
            Type.STRING.converted(
                "'",
                (quote, text) -> text + quote,
                (quote, text) -> text.substring(0, text.length() - 1)),
            r -> string(r) + "'"),
        new RandomValues<>(
            "integer[]", Type.INT.list().converted(0, RandomValues::sum, RandomValues::parts), r ->
                (int) whole(r)));
  }

  /** Arrays of arrays; those of one value have one length, so that they can be elements again. */
  private static Stream<RandomValues<?>> nested() {
    return Stream.of(
        new RandomValues<>("text[]", Type.STRING.list(), r -> pair(r, RandomValues::string)),
        new RandomValues<>("real[]", Type.FLOAT.list(), r -> pair(r, Random::nextFloat)),
        new RandomValues<>(
            "box[]", ValueTypes.BOX.list(), r -> pair(r, r2 -> new Box(place(r2), place(r2)))),
        new RandomValues<>("jsonb[]", Type.JSON.list(), r -> pair(r, r2 -> json(r2, 2))),
        new RandomValues<>(
            "timestamptz[]", Type.INSTANT.list(), r -> pair(r, RandomValues::instant)),
        new RandomValues<>(
            "integer[]",
            Type.INT.list().list(),
            r -> List.of(pair(r, Random::nextInt), pair(r, Random::nextInt))));
  }

  private static <T> List<T> pair(Random random, Function<Random, T> next) {
    return Arrays.asList(random.nextInt(4) == 0 ? null : next.apply(random), next.apply(random));
  }

  private static Integer sum(int parts, List<Integer> list) {
    return list.get(0) + list.get(1);
  }

  private static List<Integer> parts(int parts, Integer sum) {
    return List.of(sum / 2, sum - sum / 2);
  }

  private static <T extends Comparable<? super T>> Stream<RandomValues<?>> range(
      String name, Type<T> type, Function<Random, T> bound, boolean discrete) {
    return Stream.of(
        new RandomValues<>(
            name + "range", Type.range(name + "range", type), r -> range(r, bound, discrete)),
        new RandomValues<>(
            name + "multirange",
            Type.multirange(name + "multirange", type),
            r -> multirange(r, bound, discrete)));
  }

  /** As PostgreSQL has it: of whole numbers and days half open. */
  private static <T extends Comparable<? super T>> Range<T> range(
      Random random, Function<Random, T> bound, boolean discrete) {
    if (random.nextInt(8) == 0) {
      return random.nextBoolean() ? Range.empty() : Range.all();
    }
    List<T> bounds = sorted(random, bound, 2);
    T lower = random.nextInt(5) == 0 ? null : bounds.get(0);
    T upper = random.nextInt(5) == 0 ? null : bounds.get(bounds.size() - 1);
    if (bounds.size() == 1 && lower != null && upper != null) {
      return discrete ? Range.empty() : Range.closed(lower, upper);
    }
    boolean lowerInclusive = discrete || random.nextBoolean();
    boolean upperInclusive = !discrete && random.nextBoolean();
    return Range.of(lower, lowerInclusive, upper, upperInclusive);
  }

  private static <T extends Comparable<? super T>> MultiRange<T> multirange(
      Random random, Function<Random, T> bound, boolean discrete) {
    List<T> bounds = sorted(random, bound, 2 * random.nextInt(4));
    List<Range<T>> ranges = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i += 2) {
      boolean lowerInclusive = discrete || random.nextBoolean();
      boolean upperInclusive = !discrete && random.nextBoolean();
      ranges.add(Range.of(bounds.get(i), lowerInclusive, bounds.get(i + 1), upperInclusive));
    }
    return new MultiRange<>(ranges);
  }

  private static <T extends Comparable<? super T>> List<T> sorted(
      Random random, Function<Random, T> bound, int count) {
    List<T> all = new ArrayList<>();
    Stream.generate(() -> bound.apply(random))
        .limit(count)
        .sorted(Comparator.naturalOrder())
        .filter(b -> all.isEmpty() || all.get(all.size() - 1).compareTo(b) != 0)
        .forEach(all::add);
    return all;
  }

  /** Of any size, near the borders more often than chance has it. */
  private static long whole(Random random) {
    long any = random.nextLong() >> random.nextInt(64);
    return random.nextInt(8) == 0 ? Long.MIN_VALUE + random.nextInt(3) - 1 : any;
  }

  private static double real(Random random) {
    return Double.longBitsToDouble(whole(random));
  }

  /** Of up to 40 digits before the point and after it. */
  private static BigDecimal decimal(Random random) {
    BigInteger digits = new BigInteger(random.nextInt(134), random);
    return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(41));
  }

  private static Mood mood(Random random) {
    return Mood.values()[random.nextInt(Mood.values().length)];
  }

  private static String string(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        case 1 -> text.append((char) (0xe000 + random.nextInt(0x1ffe)));
        case 2 -> text.append((char) (1 + random.nextInt(0x7ff)));
        case 3, 4 -> text.append(ODD.charAt(random.nextInt(ODD.length())));
        default -> text.append((char) (32 + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Without what jsonb changes: it writes no exponents, and 0 for -0. */
  private static Json json(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> random.nextBoolean() ? Json.NULL : Json.of(random.nextBoolean());
      case 1 -> Json.of(random.nextLong());
      case 2 -> Json.of(decimal(random));
      case 3 -> Json.of(string(random));
      case 4 -> {
        Json.ObjectBuilder object = Json.object();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.put(string(random), json(random, depth - 1));
        }
        yield object.build();
      }
      default ->
        Json.array(Stream.generate(() -> json(random, depth - 1))
            .limit(random.nextInt(5))
            .toList());
    };
  }

  private static LocalDate date(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextBoolean() ? LocalDate.MIN : LocalDate.MAX;
      case 1 -> LocalDate.ofEpochDay(between(random, FIRST, LAST_DATE));
      default -> LocalDate.ofEpochDay(between(random, FIRST, 100_000));
    };
  }

  private static LocalTime time(Random random) {
    return random.nextInt(10) == 0
        ? LocalTime.MAX
        : LocalTime.ofNanoOfDay(between(random, 0, 86_399_999_999L) * 1_000);
  }

  private static LocalDateTime dateTime(Random random) {
    if (random.nextInt(8) == 0) {
      return random.nextBoolean() ? LocalDateTime.MIN : LocalDateTime.MAX;
    }
    long last = random.nextInt(8) == 0 ? LAST : 100_000;
    return LocalDate.ofEpochDay(between(random, FIRST, last))
        .atTime(LocalTime.ofNanoOfDay(between(random, 0, 86_399_999_999L) * 1_000));
  }

  private static Instant instant(Random random) {
    LocalDateTime time = dateTime(random);
    if (time.equals(LocalDateTime.MAX)) {
      return Instant.MAX;
    }
    return time.equals(LocalDateTime.MIN) ? Instant.MIN : time.toInstant(ZoneOffset.UTC);
  }

  private static OffsetDateTime offsetDateTime(Random random) {
    return ValueCases.atOffset(instant(random));
  }

  private static long between(Random random, long first, long last) {
    return first + (long) (random.nextDouble() * (last - first));
  }

  private static Inet inet(Random random) {
    byte[] address = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(address);
    if (address.length == 16 && random.nextInt(3) == 0) {
      // Zeros are written in short.
      Arrays.fill(address, random.nextInt(15), 15, (byte) 0);
    }
    return new Inet(address(address), random.nextInt(8 * address.length + 1));
  }

  private static Cidr cidr(Random random) {
    Inet inet = inet(random);
    byte[] address = inet.address().getAddress();
    BigInteger mask =
        BigInteger.ONE.shiftLeft(8 * address.length - inet.prefix()).subtract(BigInteger.ONE);
    byte[] network = new BigInteger(1, address).andNot(mask).toByteArray();
    byte[] whole = new byte[address.length];
    for (int i = 1; i <= Math.min(whole.length, network.length); i++) {
      whole[whole.length - i] = network[network.length - i];
    }
    return new Cidr(address(whole), inet.prefix());
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static TsVector words(Random random) {
    Map<String, List<TsVector.Position>> words = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<TsVector.Position> places = new ArrayList<>();
      int place = 0;
      for (int p = random.nextInt(4); p > 0; p--) {
        place += 1 + random.nextInt(5_000);
        places.add(new TsVector.Position(place, "ABCD".charAt(random.nextInt(4))));
      }
      words.put("w" + string(random), places);
    }
    return new TsVector(words);
  }

  private static Point point(Random random) {
    return new Point(real(random), real(random));
  }

  private static Point place(Random random) {
    return new Point(finite(random), finite(random));
  }

  private static List<Point> places(Random random) {
    return Stream.generate(() -> place(random)).limit(1 + random.nextInt(5)).toList();
  }

  private static double finite(Random random) {
    return (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(20));
  }
}
