package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The types of dates and times. */
final class TimeTypes {
  /** Of all that is earlier the driver makes -infinity, also of the year before, which is known. */
  private static final int FIRST_YEAR_OF_DRIVER = -4712;

  private TimeTypes() {}

  /** As text, of which the server says if it is out of range. */
  private static <T> void bindEarly(Type<T> type, PreparedStatement statement, int index, T value)
      throws SQLException {
    statement.setObject(index, type.text(value), Types.OTHER);
  }

  private abstract static class OfTime<T> extends Type<T> {
    OfTime(String sqlName) {
      super(sqlName);
    }

    @Override
    final String text(T value) {
      StringBuilder out = new StringBuilder(32);
      append(value, out);
      return out.toString();
    }

    @Override
    abstract void append(T value, StringBuilder out);

    @Override
    final boolean isPlain() {
      return true;
    }
  }

  static final class OfInstant extends OfTime<Instant> {
    OfInstant() {
      super("timestamptz");
    }

    /** As an {@code OffsetDateTime}: the driver would take a Timestamp through a calendar. */
    @Override
    void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
      OffsetDateTime time = atOffset(value);
      if (time.getYear() < FIRST_YEAR_OF_DRIVER) {
        bindEarly(this, statement, index, value);
      } else {
        statement.setObject(index, time);
      }
    }

    @Override
    @Nullable
    Instant read(RowReader row, int at) throws SQLException {
      return row.getInstantOrNull(at);
    }

    @Override
    void append(Instant value, StringBuilder out) {
      TimeText.append(atOffset(value), out);
    }

    @Override
    Instant parse(String text) {
      OffsetDateTime value = TimeText.offsetDateTime(text);
      if (value.equals(OffsetDateTime.MAX)) {
        return Instant.MAX;
      }
      return value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant();
    }

    private static OffsetDateTime atOffset(Instant value) {
      if (value.equals(Instant.MAX)) {
        return OffsetDateTime.MAX;
      }
      return value.equals(Instant.MIN) ? OffsetDateTime.MIN : value.atOffset(ZoneOffset.UTC);
    }
  }

  static final class OfOffsetDateTime extends OfTime<OffsetDateTime> {
    OfOffsetDateTime() {
      super("timestamptz");
    }

    @Override
    void bind(PreparedStatement statement, int index, OffsetDateTime value) throws SQLException {
      if (value.getYear() < FIRST_YEAR_OF_DRIVER) {
        bindEarly(this, statement, index, value);
      } else {
        statement.setObject(index, value);
      }
    }

    @Override
    @Nullable
    OffsetDateTime read(RowReader row, int at) throws SQLException {
      return row.getOffsetDateTimeOrNull(at);
    }

    @Override
    void append(OffsetDateTime value, StringBuilder out) {
      TimeText.append(value, out);
    }

    @Override
    OffsetDateTime parse(String text) {
      return TimeText.offsetDateTime(text);
    }
  }

  static final class OfLocalDate extends OfTime<LocalDate> {
    OfLocalDate() {
      super("date");
    }

    @Override
    void bind(PreparedStatement statement, int index, LocalDate value) throws SQLException {
      if (value.getYear() < FIRST_YEAR_OF_DRIVER) {
        bindEarly(this, statement, index, value);
      } else {
        statement.setObject(index, value);
      }
    }

    @Override
    @Nullable
    LocalDate read(RowReader row, int at) throws SQLException {
      return row.getLocalDateOrNull(at);
    }

    @Override
    void append(LocalDate value, StringBuilder out) {
      TimeText.append(value, out);
    }

    @Override
    LocalDate parse(String text) {
      return TimeText.localDate(text);
    }
  }

  static final class OfLocalTime extends OfTime<LocalTime> {
    OfLocalTime() {
      super("time");
    }

    @Override
    void bind(PreparedStatement statement, int index, LocalTime value) throws SQLException {
      statement.setObject(index, value);
    }

    @Override
    @Nullable
    LocalTime read(RowReader row, int at) throws SQLException {
      return row.getLocalTimeOrNull(at);
    }

    @Override
    void append(LocalTime value, StringBuilder out) {
      TimeText.append(value, out);
    }

    @Override
    LocalTime parse(String text) {
      return TimeText.localTime(text);
    }
  }

  static final class OfOffsetTime extends OfTime<OffsetTime> {
    OfOffsetTime() {
      super("timetz");
    }

    @Override
    void bind(PreparedStatement statement, int index, OffsetTime value) throws SQLException {
      statement.setObject(index, text(value), Types.OTHER);
    }

    @Override
    @Nullable
    OffsetTime read(RowReader row, int at) throws SQLException {
      return row.getOffsetTimeOrNull(at);
    }

    @Override
    void append(OffsetTime value, StringBuilder out) {
      TimeText.append(value, out);
    }

    @Override
    OffsetTime parse(String text) {
      return TimeText.offsetTime(text);
    }
  }

  static final class OfLocalDateTime extends OfTime<LocalDateTime> {
    OfLocalDateTime() {
      super("timestamp");
    }

    @Override
    void bind(PreparedStatement statement, int index, LocalDateTime value) throws SQLException {
      if (value.getYear() < FIRST_YEAR_OF_DRIVER) {
        bindEarly(this, statement, index, value);
      } else {
        statement.setObject(index, value);
      }
    }

    @Override
    @Nullable
    LocalDateTime read(RowReader row, int at) throws SQLException {
      return row.getLocalDateTimeOrNull(at);
    }

    @Override
    void append(LocalDateTime value, StringBuilder out) {
      TimeText.append(value, out);
    }

    @Override
    LocalDateTime parse(String text) {
      return TimeText.localDateTime(text);
    }
  }
}
