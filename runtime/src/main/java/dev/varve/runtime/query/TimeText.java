package dev.varve.runtime.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;

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

  static String of(LocalDate value) {
    if (value.equals(LocalDate.MAX)) {
      return FUTURE;
    }
    return value.equals(LocalDate.MIN) ? PAST : date(value) + era(value);
  }

  static String of(LocalTime value) {
    return value.equals(LocalTime.MAX) ? "24:00:00" : value.toString();
  }

  static String of(LocalDateTime value) {
    if (value.equals(LocalDateTime.MAX)) {
      return FUTURE;
    }
    return value.equals(LocalDateTime.MIN) ? PAST : dateTime(value) + era(value.toLocalDate());
  }

  static String of(OffsetDateTime value) {
    if (value.equals(OffsetDateTime.MAX)) {
      return FUTURE;
    }
    if (value.equals(OffsetDateTime.MIN)) {
      return PAST;
    }
    LocalDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return dateTime(utc) + "+00" + era(utc.toLocalDate());
  }

  private static String dateTime(LocalDateTime value) {
    return date(value.toLocalDate()) + " " + value.toLocalTime();
  }

  private static String date(LocalDate value) {
    int year = value.getYear() > 0 ? value.getYear() : 1 - value.getYear();
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", year, value.getMonthValue(), value.getDayOfMonth());
  }

  private static String era(LocalDate value) {
    return value.getYear() > 0 ? "" : BEFORE_CHRIST;
  }

  static String of(OffsetTime value) {
    return of(value.toLocalTime()) + value.getOffset().toString().replace("Z", "+00");
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
