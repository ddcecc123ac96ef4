package dev.varve.runtime.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/**
 * Dates and times as PostgreSQL writes and reads them in style ISO, which the driver sets: a year
 * before the first is {@code BC}, and there is {@code infinity}. <a
 * href="https://www.postgresql.org/docs/current/datatype-datetime.html">PostgreSQL: date/time
 * types</a>.
 */
final class TimeText {
  private static final String FUTURE = "infinity";
  private static final String PAST = "-infinity";
  private static final String BEFORE_CHRIST = " BC";

  private TimeText() {}

  static void append(LocalDate value, StringBuilder out) {
    if (!isEndless(value.equals(LocalDate.MAX), value.equals(LocalDate.MIN), out)) {
      date(value, out);
      era(value, out);
    }
  }

  static void append(LocalTime value, StringBuilder out) {
    if (value.equals(LocalTime.MAX)) {
      out.append("24:00:00");
    } else {
      time(value, out);
    }
  }

  static void append(LocalDateTime value, StringBuilder out) {
    if (!isEndless(value.equals(LocalDateTime.MAX), value.equals(LocalDateTime.MIN), out)) {
      dateTime(value, out);
      era(value.toLocalDate(), out);
    }
  }

  static void append(OffsetDateTime value, StringBuilder out) {
    if (!isEndless(value.equals(OffsetDateTime.MAX), value.equals(OffsetDateTime.MIN), out)) {
      LocalDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      dateTime(utc, out);
      out.append("+00");
      era(utc.toLocalDate(), out);
    }
  }

  static void append(OffsetTime value, StringBuilder out) {
    append(value.toLocalTime(), out);
    out.append(
        value.getOffset().getTotalSeconds() == 0 ? "+00" : value.getOffset().getId());
  }

  private static boolean isEndless(boolean future, boolean past, StringBuilder out) {
    if (future || past) {
      out.append(future ? FUTURE : PAST);
    }
    return future || past;
  }

  private static void dateTime(LocalDateTime value, StringBuilder out) {
    date(value.toLocalDate(), out);
    out.append(' ');
    time(value.toLocalTime(), out);
  }

  private static void date(LocalDate value, StringBuilder out) {
    int year = value.getYear() > 0 ? value.getYear() : 1 - value.getYear();
    digits(year, 4, out);
    digits(value.getMonthValue(), 2, out.append('-'));
    digits(value.getDayOfMonth(), 2, out.append('-'));
  }

  private static void time(LocalTime value, StringBuilder out) {
    digits(value.getHour(), 2, out);
    digits(value.getMinute(), 2, out.append(':'));
    digits(value.getSecond(), 2, out.append(':'));
    if (value.getNano() != 0) {
      digits(value.getNano(), 9, out.append('.'));
    }
  }

  private static void digits(int number, int width, StringBuilder out) {
    for (int limit = 10, i = 1; i < width; i++, limit *= 10) {
      if (number < limit) {
        out.append('0');
      }
    }
    out.append(number);
  }

  private static void era(LocalDate value, StringBuilder out) {
    out.append(value.getYear() > 0 ? "" : BEFORE_CHRIST);
  }

  static OffsetTime offsetTime(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    return localTime(text.substring(0, sign)).atOffset(ZoneOffset.of(text.substring(sign)));
  }

  static LocalDate localDate(String text) {
    if (text.equals(FUTURE)) {
      return LocalDate.MAX;
    }
    if (text.equals(PAST)) {
      return LocalDate.MIN;
    }
    boolean before = text.endsWith(BEFORE_CHRIST);
    String[] parts = withoutEra(text).split("-");
    int year = Integer.parseInt(parts[0]);
    return LocalDate.of(
        before ? 1 - year : year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  static LocalTime localTime(String text) {
    return text.equals("24:00:00") ? LocalTime.MAX : LocalTime.parse(text);
  }

  static LocalDateTime localDateTime(String text) {
    if (text.equals(FUTURE)) {
      return LocalDateTime.MAX;
    }
    if (text.equals(PAST)) {
      return LocalDateTime.MIN;
    }
    String era = text.endsWith(BEFORE_CHRIST) ? BEFORE_CHRIST : "";
    String dateTime = withoutEra(text);
    int space = dateTime.indexOf(' ');
    return LocalDateTime.of(
        localDate(dateTime.substring(0, space) + era),
        LocalTime.parse(dateTime.substring(space + 1)));
  }

  static OffsetDateTime offsetDateTime(String text) {
    if (text.equals(FUTURE)) {
      return OffsetDateTime.MAX;
    }
    if (text.equals(PAST)) {
      return OffsetDateTime.MIN;
    }
    String era = text.endsWith(BEFORE_CHRIST) ? BEFORE_CHRIST : "";
    String dateTime = withoutEra(text);
    int sign = Math.max(dateTime.lastIndexOf('+'), dateTime.lastIndexOf('-'));
    return localDateTime(dateTime.substring(0, sign) + era)
        .atOffset(ZoneOffset.of(dateTime.substring(sign)))
        .withOffsetSameInstant(ZoneOffset.UTC);
  }

  private static String withoutEra(String text) {
    return text.endsWith(BEFORE_CHRIST)
        ? text.substring(0, text.length() - BEFORE_CHRIST.length())
        : text;
  }
}
