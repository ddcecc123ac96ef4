package dev.varve.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are read from more texts than they write, and texts and values that are none. */
class ValuesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      1 year 2 mons -3 days +04:05:06.789 | P14M-3DT4H5M6.789S
      -1 years -2 mons                    | P-14M0DT0H0M0S
      3 days -00:00:00.000001             | P0M3DT0H0M-0.000001S
      00:00:00                            | P0M0DT0H0M0S
      P1Y2M3DT4H5M6.5S                    | P14M3DT4H5M6.5S
      P-1Y-2M3DT-4H-5M-6S                 | P-14M3DT-4H-5M-6S
      PT0S                                | P0M0DT0H0M0S
      infinity                            | infinity
      -infinity                           | -infinity
      """)
  void anIntervalIsReadInTwoStyles(String text, String value) {
    assertEquals(value, Interval.parse(text).toString());
    assertEquals(Interval.parse(text), Interval.parse(value));
  }

  @Test
  void anIntervalIsMadeOfJavaTimes() {
    assertEquals(new Interval(0, 0, -1_500_001), Interval.of(Duration.ofNanos(-1_500_000_501)));
    assertEquals(new Interval(14, 3, 0), Interval.of(Period.of(1, 2, 3)));
    assertEquals(Duration.ofMillis(-1500), new Interval(0, 0, -1_500_000).toDuration());
    assertEquals(Period.of(1, 2, 3), new Interval(14, 3, 0).toPeriod());
    assertThrows(ArithmeticException.class, () -> Interval.of(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Test
  void anAddressIsNeverLookedUp() throws Exception {
    for (String text : List.of(
        "localhost",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1:2:3",
        "1::2::3",
        ":::",
        "::12345",
        "1:2:3:4:5:6:7:8:9",
        "::1.2.3",
        "",
        "1.2.3.4/33",
        "::/129",
        "1.2.3.4/x")) {
      assertThrows(IllegalArgumentException.class, () -> Inet.parse(text), text);
    }
    InetAddress scoped = Inet6Address.getByAddress(null, new byte[16], 3);
    assertThrows(IllegalArgumentException.class, () -> Inet.of(scoped));
    assertThrows(IllegalArgumentException.class, () -> Cidr.parse("10.0.0.1/8"));
    assertEquals("1:0:0:0:0:0:0:8", Inet.parse("1::8").toString());
    assertTrue(Inet.parse("::ffff:1.2.3.4").address() instanceof Inet6Address);
  }

  @Test
  void whatIsNoValueIsRefused() {
    refused(MacAddress::parse, "08:00:2b:01:02", "08:00:2b:01:02:03:04", "08:00:2b:01:02:0g");
    refused(MacAddress8::parse, "08:00:2b:01:02:03");
    refused(BitString::parse, "012");
    refused(Point::parse, "(1)", "1,x");
    refused(Line::parse, "{0,0,1}", "{1,2}");
    refused(Circle::parse, "<(1,2),-3>");
    refused(Path::parse, "[]");
    refused(Polygon::parse, "()");
    assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
  }

  private static void refused(Function<String, ?> parse, String... texts) {
    for (String text : texts) {
      assertThrows(IllegalArgumentException.class, () -> parse.apply(text), text);
    }
  }

  @Test
  void aMissingBoundBelongsToNoRange() {
    Range<Integer> range = Range.of(null, true, 3, true);
    assertEquals("(,3]", range.toString());
    assertFalse(range.lowerInclusive());
    assertEquals(Range.of(null, false, 3, true), range);
    assertEquals("empty", Range.empty().toString());
    assertEquals(
        "{[1,2),[5,)}", MultiRange.of(Range.closedOpen(1, 2), Range.atLeast(5)).toString());
  }

  @Test
  void aBoxKeepsItsUpperRightAndLowerLeftCorner() {
    assertEquals(
        new Box(new Point(3, 5), new Point(1, 2)), new Box(new Point(1, 5), new Point(3, 2)));
  }

  @Test
  void bitsAreCountedFromTheLeft() {
    BitString bits = BitString.of(0b1010, 6);
    assertEquals("001010", bits.toString());
    assertEquals(6, bits.length());
    assertTrue(bits.get(2) && !bits.get(0));
  }
}
