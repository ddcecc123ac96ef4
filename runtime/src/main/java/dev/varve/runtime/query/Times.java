package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Locale;

/**
 * Functions of dates and times; made to be imported statically. What depends on a time zone and is
 * not given one works in UTC, never in the session's.
 */
public final class Times {
  /** An interval, by its ISO 8601 text. */
  static final Type<String> INTERVAL = new IntervalType();

  private Times() {}

  /** A part of a date or time. */
  public enum Unit {
    MICROSECONDS,
    MILLISECONDS,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    DECADE,
    CENTURY,
    MILLENNIUM
  }

  /** A number that a date or time has. */
  public enum Field {
    CENTURY,
    DAY,
    DECADE,
    /** The day of the week, from 0, Sunday. */
    DOW,
    /** The day of the year, from 1. */
    DOY,
    /** Seconds since 1970. */
    EPOCH,
    HOUR,
    /** The day of the week, from 1, Monday. */
    ISODOW,
    ISOYEAR,
    MILLENNIUM,
    MINUTE,
    MONTH,
    QUARTER,
    /** With their fraction. */
    SECOND,
    WEEK,
    YEAR
  }

  /** When the transaction began; the same in all of it. */
  public static Expression<Instant> now() {
    return new Computed<>(Type.INSTANT, Calls.call("now"));
  }

  /** When the function is called; another one for each row. */
  public static Expression<Instant> clockTimestamp() {
    return new Computed<>(Type.INSTANT, Calls.call("clock_timestamp"));
  }

  /** The day when the transaction began. */
  public static Expression<LocalDate> currentDate() {
    return date(now());
  }

  public static <T extends Temporal> Expression<T> plus(Expression<T> time, Duration duration) {
    return new Computed<>(time.type(), moved(time, " + ", duration.toString()));
  }

  public static <T extends Temporal> Expression<T> plus(Expression<T> time, Period period) {
    return new Computed<>(time.type(), moved(time, " + ", period.toString()));
  }

  public static <T extends Temporal> Expression<T> minus(Expression<T> time, Duration duration) {
    return new Computed<>(time.type(), moved(time, " - ", duration.toString()));
  }

  public static <T extends Temporal> Expression<T> minus(Expression<T> time, Period period) {
    return new Computed<>(time.type(), moved(time, " - ", period.toString()));
  }

  /** The start of the day, month or other unit that it is in. */
  public static <T extends Temporal> Expression<T> truncate(Expression<T> time, Unit unit) {
    return new Computed<>(time.type(), truncated(time, unit));
  }

  /** The start of the day, month or other unit that it is in, in a time zone. */
  public static Expression<Instant> truncate(Expression<Instant> time, Unit unit, ZoneId zone) {
    return new Computed<>(
        Type.INSTANT,
        Calls.call("date_trunc", Calls.text(sql(unit)), time, Calls.text(zone.getId())));
  }

  /** A number that it has. */
  public static NumberExpression<BigDecimal> extract(
      Expression<? extends Temporal> time, Field field) {
    return new NumberExpression<>(Type.DECIMAL, extracted(time, field));
  }

  /** What clocks show in a time zone. */
  public static Expression<LocalDateTime> atZone(Expression<Instant> time, ZoneId zone) {
    return new Computed<>(
        Type.LOCAL_DATE_TIME, Calls.call("timezone", Calls.text(zone.getId()), time));
  }

  /** When clocks show this in a time zone. */
  public static Expression<Instant> inZone(Expression<LocalDateTime> time, ZoneId zone) {
    return new Computed<>(Type.INSTANT, Calls.call("timezone", Calls.text(zone.getId()), time));
  }

  /** Its date. */
  public static Expression<LocalDate> date(Expression<? extends Temporal> time) {
    return new Computed<>(Type.LOCAL_DATE, Calls.cast(utc(time), "date"));
  }

  /** As text in a pattern of PostgreSQL's {@code to_char}. */
  public static TextExpression format(Expression<? extends Temporal> time, String pattern) {
    return new TextExpression(Calls.call("to_char", utc(time), Calls.text(pattern)));
  }

  public static <T extends Temporal> NullableExpression<T> plus(
      NullableExpression<T> time, Duration duration) {
    return new NullableComputed<>(time.type(), moved(time, " + ", duration.toString()));
  }

  public static <T extends Temporal> NullableExpression<T> plus(
      NullableExpression<T> time, Period period) {
    return new NullableComputed<>(time.type(), moved(time, " + ", period.toString()));
  }

  public static <T extends Temporal> NullableExpression<T> minus(
      NullableExpression<T> time, Duration duration) {
    return new NullableComputed<>(time.type(), moved(time, " - ", duration.toString()));
  }

  public static <T extends Temporal> NullableExpression<T> minus(
      NullableExpression<T> time, Period period) {
    return new NullableComputed<>(time.type(), moved(time, " - ", period.toString()));
  }

  /** The start of the day, month or other unit that it is in. */
  public static <T extends Temporal> NullableExpression<T> truncate(
      NullableExpression<T> time, Unit unit) {
    return new NullableComputed<>(time.type(), truncated(time, unit));
  }

  /** The start of the day, month or other unit that it is in, in a time zone. */
  public static NullableExpression<Instant> truncate(
      NullableExpression<Instant> time, Unit unit, ZoneId zone) {
    return new NullableComputed<>(
        Type.INSTANT,
        Calls.call("date_trunc", Calls.text(sql(unit)), time, Calls.text(zone.getId())));
  }

  /** A number that it has. */
  public static NullableNumberExpression<BigDecimal> extract(
      NullableExpression<? extends Temporal> time, Field field) {
    return new NullableNumberExpression<>(Type.DECIMAL, extracted(time, field));
  }

  /** What clocks show in a time zone. */
  public static NullableExpression<LocalDateTime> atZone(
      NullableExpression<Instant> time, ZoneId zone) {
    return new NullableComputed<>(
        Type.LOCAL_DATE_TIME, Calls.call("timezone", Calls.text(zone.getId()), time));
  }

  /** When clocks show this in a time zone. */
  public static NullableExpression<Instant> inZone(
      NullableExpression<LocalDateTime> time, ZoneId zone) {
    return new NullableComputed<>(
        Type.INSTANT, Calls.call("timezone", Calls.text(zone.getId()), time));
  }

  /** Its date. */
  public static NullableExpression<LocalDate> date(NullableExpression<? extends Temporal> time) {
    return new NullableComputed<>(Type.LOCAL_DATE, Calls.cast(utc(time), "date"));
  }

  /** As text in a pattern of PostgreSQL's {@code to_char}. */
  public static NullableTextExpression format(
      NullableExpression<? extends Temporal> time, String pattern) {
    return new NullableTextExpression(Calls.call("to_char", utc(time), Calls.text(pattern)));
  }

  /** From the start to the end; negative if the end comes first. */
  public static <T extends Temporal> NumberExpression<BigDecimal> secondsBetween(
      Expression<T> start, Expression<T> end) {
    return new NumberExpression<>(Type.DECIMAL, seconds(start, end));
  }

  /** From the start to the end; negative if the end comes first. */
  public static <T extends Temporal> NullableNumberExpression<BigDecimal> secondsBetween(
      Operand<T, ?> start, Operand<T, ?> end) {
    return new NullableNumberExpression<>(Type.DECIMAL, seconds(start, end));
  }

  private static Node seconds(Operand<?, ?> start, Operand<?, ?> end) {
    return sql -> {
      sql.append("(extract(epoch FROM ");
      end.write(sql);
      sql.append(") - extract(epoch FROM ");
      start.write(sql);
      sql.append("))");
    };
  }

  /** A date with an interval is a timestamp, and is taken back to a date. */
  private static Node moved(Operand<?, ?> time, String operator, String interval) {
    Node moved = Calls.binary(time, operator, Calls.value(INTERVAL, interval));
    return time.type() == Type.LOCAL_DATE
        ? Calls.cast(new Computed<>(Type.LOCAL_DATE_TIME, moved), "date")
        : moved;
  }

  private static Node truncated(Operand<?, ?> time, Unit unit) {
    if (isInstant(time)) {
      return Calls.call("date_trunc", Calls.text(sql(unit)), time, Calls.text("UTC"));
    }
    Node truncated = Calls.call("date_trunc", Calls.text(sql(unit)), time);
    return Calls.cast(
        new Computed<>(Type.LOCAL_DATE_TIME, truncated), time.type().sqlName());
  }

  private static Node extracted(Operand<?, ?> time, Field field) {
    return sql -> {
      sql.append("extract(").append(sql(field)).append(" FROM ");
      utc(time).write(sql);
      sql.append(")");
    };
  }

  private static String sql(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isInstant(Operand<?, ?> time) {
    return time.type().sqlName().equals("timestamptz");
  }

  private static Operand<?, ?> utc(Operand<?, ?> time) {
    return isInstant(time)
        ? new Computed<>(Type.LOCAL_DATE_TIME, Calls.call("timezone", Calls.text("UTC"), time))
        : time;
  }
}
