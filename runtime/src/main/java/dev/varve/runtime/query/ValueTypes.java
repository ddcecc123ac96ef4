package dev.varve.runtime.query;

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
import dev.varve.runtime.value.Path;
import dev.varve.runtime.value.Point;
import dev.varve.runtime.value.Polygon;
import dev.varve.runtime.value.TsVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.OffsetTime;
import java.time.Period;

/** The types beyond the everyday ones of {@link Type}; an application that has none loads none. */
public final class ValueTypes {
  /** A {@code smallint} within the range of a byte. */
  public static final Type<Byte> BYTE = Type.SHORT.map(ValueTypes::toByte, Byte::shortValue);

  /** A {@code char(1)}. */
  public static final Type<Character> CHARACTER =
      Type.STRING.as("bpchar").map(text -> text.charAt(0), String::valueOf);

  /** A {@code numeric} without a fraction. */
  public static final Type<BigInteger> BIG_INTEGER = new TextualType<>(
      "numeric", text -> new BigDecimal(text).toBigIntegerExact(), BigInteger::toString);

  /** A {@code money}. */
  public static final Type<BigDecimal> MONEY = new MoneyType();

  /** A {@code timetz}; {@code 24:00} is the latest time of its offset. */
  public static final Type<OffsetTime> OFFSET_TIME = new TimeTypes.OfOffsetTime();

  public static final Type<Interval> INTERVAL =
      new TextualType<>("interval", Interval::parse, Interval::toString);

  /** An {@code interval} without months and days. */
  public static final Type<Duration> DURATION = new TextualType<>(
      "interval",
      text -> Interval.parse(text).toDuration(),
      value -> Interval.of(value).toString());

  /** An {@code interval} of months and days only; 14 months come back as a year and two months. */
  public static final Type<Period> PERIOD = new TextualType<>(
      "interval",
      text -> Interval.parse(text).toPeriod(),
      value -> Interval.of(value).toString());

  public static final Type<Inet> INET = new TextualType<>("inet", Inet::parse, Inet::toString);

  /** An {@code inet} of a host alone. */
  public static final Type<InetAddress> INET_ADDRESS =
      new TextualType<>("inet", ValueTypes::host, value -> Inet.of(value).toString());

  public static final Type<Cidr> CIDR = new TextualType<>("cidr", Cidr::parse, Cidr::toString);
  public static final Type<MacAddress> MAC_ADDRESS =
      new TextualType<>("macaddr", MacAddress::parse, MacAddress::toString);
  public static final Type<MacAddress8> MAC_ADDRESS8 =
      new TextualType<>("macaddr8", MacAddress8::parse, MacAddress8::toString);

  /** A {@code varbit}; with {@link Type#as} a {@code bit}. */
  public static final Type<BitString> BIT_STRING =
      new TextualType<>("varbit", BitString::parse, BitString::toString);

  public static final Type<Point> POINT = new TextualType<>("point", Point::parse, Point::toString);
  public static final Type<Line> LINE = new TextualType<>("line", Line::parse, Line::toString);
  public static final Type<LineSegment> LINE_SEGMENT =
      new TextualType<>("lseg", LineSegment::parse, LineSegment::toString);
  public static final Type<Box> BOX = new TextualType<>("box", Box::parse, Box::toString);
  public static final Type<Path> PATH = new TextualType<>("path", Path::parse, Path::toString);
  public static final Type<Polygon> POLYGON =
      new TextualType<>("polygon", Polygon::parse, Polygon::toString);
  public static final Type<Circle> CIRCLE =
      new TextualType<>("circle", Circle::parse, Circle::toString);
  public static final Type<TsVector> TS_VECTOR =
      new TextualType<>("tsvector", TsVector::parse, TsVector::toString);

  private ValueTypes() {}

  private static Byte toByte(Short value) {
    if (value.byteValue() != value) {
      throw new QueryException("The smallint " + value + " is not within the range of a byte.");
    }
    return value.byteValue();
  }

  private static InetAddress host(String text) {
    Inet inet = Inet.parse(text);
    if (!inet.equals(Inet.of(inet.address()))) {
      throw new IllegalArgumentException(
          inet + " has a network, and an InetAddress has none. Use dev.varve.runtime.value.Inet.");
    }
    return inet.address();
  }
}
