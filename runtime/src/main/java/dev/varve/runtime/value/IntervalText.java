package dev.varve.runtime.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of {@link Interval}. */
final class IntervalText {
  private static final long SECOND = 1_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  /** {@code 1 year -2 mons}, {@code 04:05:06.7}. */
  private static final Pattern POSTGRES = Pattern.compile(
      "\\s*(?:([+-]?\\d+) (year|mon|day)s?|([+-]?)(\\d+):(\\d+):(\\d+(?:\\.\\d+)?))");

  private static final Pattern ISO = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)([YMDHS])|T");

  private IntervalText() {}

  static String write(Interval interval) {
    long micros = interval.microseconds();
    // Few digits each: the server reads every one of these numbers as floating point.
    return "P"
        + interval.months()
        + "M"
        + interval.days()
        + "DT"
        + micros / HOUR
        + "H"
        + micros % HOUR / MINUTE
        + "M"
        + BigDecimal.valueOf(micros % MINUTE, 6).stripTrailingZeros().toPlainString()
        + "S";
  }

  static Interval parse(String text) {
    Parts parts = new Parts();
    boolean whole = text.startsWith("P") ? iso(text, parts) : postgres(text, parts);
    if (!whole) {
      throw new IllegalArgumentException("\"" + text + "\" is not an interval in the styles"
          + " postgres and iso_8601. Set intervalstyle to postgres.");
    }
    return new Interval(
        Math.toIntExact(parts.months), Math.toIntExact(parts.days), parts.microseconds);
  }

  private static final class Parts {
    private long months;
    private long days;
    private long microseconds;

    void add(BigDecimal number, char unit, boolean time) {
      switch (unit) {
        case 'Y' -> months += number.longValueExact() * 12;
        case 'M' -> {
          if (time) {
            microseconds += number.longValueExact() * MINUTE;
          } else {
            months += number.longValueExact();
          }
        }
        case 'D' -> days += number.longValueExact();
        case 'H' -> microseconds += number.longValueExact() * HOUR;
        default -> microseconds += number.movePointRight(6).longValueExact();
      }
    }
  }

  private static boolean postgres(String text, Parts parts) {
    Matcher matcher = POSTGRES.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      if (matcher.group(2) != null) {
        char unit = Character.toUpperCase(matcher.group(2).charAt(0));
        parts.add(new BigDecimal(matcher.group(1)), unit, false);
      } else {
        String sign = matcher.group(3);
        parts.add(new BigDecimal(sign + matcher.group(4)), 'H', true);
        parts.add(new BigDecimal(sign + matcher.group(5)), 'M', true);
        parts.add(new BigDecimal(sign + matcher.group(6)), 'S', true);
      }
    }
    return end == text.length() && end > 0;
  }

  private static boolean iso(String text, Parts parts) {
    Matcher matcher = ISO.matcher(text);
    int end = 1;
    boolean time = false;
    while (matcher.find(end) && matcher.start() == end) {
      end = matcher.end();
      if (matcher.group(1) == null) {
        time = true;
      } else {
        parts.add(new BigDecimal(matcher.group(1)), matcher.group(2).charAt(0), time);
      }
    }
    return end == text.length() && end > 1;
  }
}
