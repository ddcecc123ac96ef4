package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, for generated code: a getter for each kind of value, by the column's
 * number, which starts at 1.
 *
 * <p>Each getter asks the driver for what its binary form decodes to directly. {@code infinity} is
 * {@link Instant#MAX}, {@link OffsetDateTime#MAX}, {@link LocalDate#MAX} or {@link
 * LocalDateTime#MAX}, {@code -infinity} the {@code MIN}; {@code 24:00} is {@link LocalTime#MAX}.
 * The getters of primitive types do not check for NULL, as their columns are NOT NULL.
 */
public class RowReader {
  /** What the driver makes of {@code infinity}: PGStatement.DATE_POSITIVE_INFINITY. */
  private static final long FUTURE = 9223372036825200000L;

  /** What the driver makes of {@code -infinity}: PGStatement.DATE_NEGATIVE_INFINITY. */
  private static final long PAST = -9223372036832400000L;

  /**
   * 1583. Before the calendar's reform of 1582 the driver counts a Timestamp in Julian days, so
   * that it prints well and is another instant, by up to ten days and more.
   */
  private static final long REFORM = -12_212_553_600_000L;

  private final ResultSet rows;

  RowReader(ResultSet rows) {
    this.rows = rows;
  }

  /** For a row that is no result's and answers all by itself: every getter is overridden. */
  @SuppressWarnings("NullAway")
  RowReader() {
    this.rows = null;
  }

  /** Whether every value is there as its text, and only so. */
  boolean isText() {
    return false;
  }

  /** The value of a column that is NOT NULL. */
  static <T> T present(@Nullable T value, int at) {
    if (value == null) {
      throw new QueryException("Column "
          + at
          + " of the result is NULL, and its type in Java has no place for that. The table"
          + " differs from the record that it was generated from.");
    }
    return value;
  }

  /** Called by what reads the outer side of a join. */
  boolean isNull(int at) throws SQLException {
    // The driver gives the bytes without decoding them.
    return rows.getBytes(at) == null;
  }

  /** Whether so many columns, from this one on, have a value that is not NULL. */
  public final boolean hasValue(int at, int columns) throws SQLException {
    for (int i = at; i < at + columns; i++) {
      if (!isNull(i)) {
        return true;
      }
    }
    return false;
  }

  public boolean getBoolean(int at) throws SQLException {
    return rows.getBoolean(at);
  }

  public @Nullable Boolean getBooleanOrNull(int at) throws SQLException {
    boolean value = rows.getBoolean(at);
    return rows.wasNull() ? null : (Boolean) value;
  }

  public short getShort(int at) throws SQLException {
    return rows.getShort(at);
  }

  public @Nullable Short getShortOrNull(int at) throws SQLException {
    short value = rows.getShort(at);
    return rows.wasNull() ? null : (Short) value;
  }

  public int getInt(int at) throws SQLException {
    return rows.getInt(at);
  }

  public @Nullable Integer getIntOrNull(int at) throws SQLException {
    int value = rows.getInt(at);
    return rows.wasNull() ? null : (Integer) value;
  }

  public long getLong(int at) throws SQLException {
    return rows.getLong(at);
  }

  public @Nullable Long getLongOrNull(int at) throws SQLException {
    long value = rows.getLong(at);
    return rows.wasNull() ? null : (Long) value;
  }

  public float getFloat(int at) throws SQLException {
    return rows.getFloat(at);
  }

  public @Nullable Float getFloatOrNull(int at) throws SQLException {
    float value = rows.getFloat(at);
    return rows.wasNull() ? null : (Float) value;
  }

  public double getDouble(int at) throws SQLException {
    return rows.getDouble(at);
  }

  public @Nullable Double getDoubleOrNull(int at) throws SQLException {
    double value = rows.getDouble(at);
    return rows.wasNull() ? null : (Double) value;
  }

  public BigDecimal getDecimal(int at) throws SQLException {
    return present(getDecimalOrNull(at), at);
  }

  public @Nullable BigDecimal getDecimalOrNull(int at) throws SQLException {
    return rows.getBigDecimal(at);
  }

  public String getString(int at) throws SQLException {
    return present(getStringOrNull(at), at);
  }

  public @Nullable String getStringOrNull(int at) throws SQLException {
    return rows.getString(at);
  }

  public UUID getUuid(int at) throws SQLException {
    return present(getUuidOrNull(at), at);
  }

  public @Nullable UUID getUuidOrNull(int at) throws SQLException {
    return rows.getObject(at, UUID.class);
  }

  public Instant getInstant(int at) throws SQLException {
    return present(getInstantOrNull(at), at);
  }

  public @Nullable Instant getInstantOrNull(int at) throws SQLException {
    Timestamp value = rows.getTimestamp(at);
    if (value == null) {
      return null;
    }
    long millis = value.getTime();
    if (millis == FUTURE) {
      return Instant.MAX;
    }
    if (millis == PAST) {
      return Instant.MIN;
    }
    return millis < REFORM
        ? rows.getObject(at, OffsetDateTime.class).toInstant()
        : value.toInstant();
  }

  public OffsetDateTime getOffsetDateTime(int at) throws SQLException {
    return present(getOffsetDateTimeOrNull(at), at);
  }

  /** The server keeps the instant, not the offset: it comes back in UTC. */
  public @Nullable OffsetDateTime getOffsetDateTimeOrNull(int at) throws SQLException {
    OffsetDateTime value = rows.getObject(at, OffsetDateTime.class);
    return value == null || value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN)
        ? value
        : value.withOffsetSameInstant(ZoneOffset.UTC);
  }

  public LocalDate getLocalDate(int at) throws SQLException {
    return present(getLocalDateOrNull(at), at);
  }

  public @Nullable LocalDate getLocalDateOrNull(int at) throws SQLException {
    return rows.getObject(at, LocalDate.class);
  }

  public LocalTime getLocalTime(int at) throws SQLException {
    return present(getLocalTimeOrNull(at), at);
  }

  public @Nullable LocalTime getLocalTimeOrNull(int at) throws SQLException {
    return rows.getObject(at, LocalTime.class);
  }

  /**
   * A {@code timetz}, decoded here: of the binary form the driver gives a text in the zone of the
   * JVM, and in neither form an object for 24:00.
   */
  @Nullable
  OffsetTime getOffsetTimeOrNull(int at) throws SQLException {
    byte[] bytes = rows.getBytes(at);
    if (bytes == null) {
      return null;
    }
    if (bytes[0] >= '0') {
      return TimeText.offsetTime(new String(bytes, StandardCharsets.US_ASCII));
    }
    ByteBuffer binary = ByteBuffer.wrap(bytes);
    long micros = binary.getLong();
    LocalTime time =
        micros == TimeUnit.DAYS.toMicros(1) ? LocalTime.MAX : LocalTime.ofNanoOfDay(micros * 1_000);
    return time.atOffset(ZoneOffset.ofTotalSeconds(-binary.getInt()));
  }

  public LocalDateTime getLocalDateTime(int at) throws SQLException {
    return present(getLocalDateTimeOrNull(at), at);
  }

  public @Nullable LocalDateTime getLocalDateTimeOrNull(int at) throws SQLException {
    return rows.getObject(at, LocalDateTime.class);
  }

  public byte[] getBytes(int at) throws SQLException {
    return present(getBytesOrNull(at), at);
  }

  public byte @Nullable [] getBytesOrNull(int at) throws SQLException {
    return rows.getBytes(at);
  }

  public final Optional<Boolean> findBoolean(int at) throws SQLException {
    return Optional.ofNullable(getBooleanOrNull(at));
  }

  public final Optional<Short> findShort(int at) throws SQLException {
    return Optional.ofNullable(getShortOrNull(at));
  }

  public final Optional<Integer> findInt(int at) throws SQLException {
    return Optional.ofNullable(getIntOrNull(at));
  }

  public final Optional<Long> findLong(int at) throws SQLException {
    return Optional.ofNullable(getLongOrNull(at));
  }

  public final Optional<Float> findFloat(int at) throws SQLException {
    return Optional.ofNullable(getFloatOrNull(at));
  }

  public final Optional<Double> findDouble(int at) throws SQLException {
    return Optional.ofNullable(getDoubleOrNull(at));
  }

  public final Optional<BigDecimal> findDecimal(int at) throws SQLException {
    return Optional.ofNullable(getDecimalOrNull(at));
  }

  public final Optional<String> findString(int at) throws SQLException {
    return Optional.ofNullable(getStringOrNull(at));
  }

  public final Optional<UUID> findUuid(int at) throws SQLException {
    return Optional.ofNullable(getUuidOrNull(at));
  }

  public final Optional<Instant> findInstant(int at) throws SQLException {
    return Optional.ofNullable(getInstantOrNull(at));
  }

  public final Optional<OffsetDateTime> findOffsetDateTime(int at) throws SQLException {
    return Optional.ofNullable(getOffsetDateTimeOrNull(at));
  }

  public final Optional<LocalDate> findLocalDate(int at) throws SQLException {
    return Optional.ofNullable(getLocalDateOrNull(at));
  }

  public final Optional<LocalTime> findLocalTime(int at) throws SQLException {
    return Optional.ofNullable(getLocalTimeOrNull(at));
  }

  public final Optional<LocalDateTime> findLocalDateTime(int at) throws SQLException {
    return Optional.ofNullable(getLocalDateTimeOrNull(at));
  }

  public final Optional<byte[]> findBytes(int at) throws SQLException {
    return Optional.ofNullable(getBytesOrNull(at));
  }

  /** The elements as the driver decodes them, for the types of {@link Type#isArrayOfDriver}. */
  Object @Nullable [] getArrayOrNull(int at) throws SQLException {
    Array array = rows.getArray(at);
    return array == null ? null : (Object[]) array.getArray();
  }
}
