package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that came as text. What needs no text of its own is read as the others are. */
final class CopyRow extends RowReader {
  private final List<@Nullable String> fields;

  CopyRow(List<@Nullable String> fields) {
    this.fields = fields;
  }

  private <T> @Nullable T value(Type<T> type, int at) {
    String field = fields.get(at - 1);
    return field == null ? null : type.parse(field);
  }

  @Override
  boolean isNull(int at) {
    return fields.get(at - 1) == null;
  }

  @Override
  boolean isText() {
    return true;
  }

  @Override
  public boolean getBoolean(int at) {
    return present(value(Type.BOOLEAN, at), at);
  }

  @Override
  public @Nullable Boolean getBooleanOrNull(int at) {
    return value(Type.BOOLEAN, at);
  }

  @Override
  public short getShort(int at) {
    return present(value(Type.SHORT, at), at);
  }

  @Override
  public @Nullable Short getShortOrNull(int at) {
    return value(Type.SHORT, at);
  }

  @Override
  public int getInt(int at) {
    return present(value(Type.INT, at), at);
  }

  @Override
  public @Nullable Integer getIntOrNull(int at) {
    return value(Type.INT, at);
  }

  @Override
  public long getLong(int at) {
    return present(value(Type.LONG, at), at);
  }

  @Override
  public @Nullable Long getLongOrNull(int at) {
    return value(Type.LONG, at);
  }

  @Override
  public float getFloat(int at) {
    return present(value(Type.FLOAT, at), at);
  }

  @Override
  public @Nullable Float getFloatOrNull(int at) {
    return value(Type.FLOAT, at);
  }

  @Override
  public double getDouble(int at) {
    return present(value(Type.DOUBLE, at), at);
  }

  @Override
  public @Nullable Double getDoubleOrNull(int at) {
    return value(Type.DOUBLE, at);
  }

  @Override
  public @Nullable BigDecimal getDecimalOrNull(int at) {
    return value(Type.DECIMAL, at);
  }

  @Override
  public @Nullable String getStringOrNull(int at) {
    return value(Type.STRING, at);
  }

  @Override
  public @Nullable UUID getUuidOrNull(int at) {
    return value(Type.UUID, at);
  }

  @Override
  public @Nullable Instant getInstantOrNull(int at) {
    return value(Type.INSTANT, at);
  }

  @Override
  public @Nullable OffsetDateTime getOffsetDateTimeOrNull(int at) {
    return value(Type.OFFSET_DATE_TIME, at);
  }

  @Override
  public @Nullable LocalDate getLocalDateOrNull(int at) {
    return value(Type.LOCAL_DATE, at);
  }

  @Override
  public @Nullable LocalTime getLocalTimeOrNull(int at) {
    return value(Type.LOCAL_TIME, at);
  }

  @Override
  @Nullable
  OffsetTime getOffsetTimeOrNull(int at) {
    return value(ValueTypes.OFFSET_TIME, at);
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTimeOrNull(int at) {
    return value(Type.LOCAL_DATE_TIME, at);
  }

  @Override
  public byte @Nullable [] getBytesOrNull(int at) {
    return value(Type.BYTES, at);
  }
}
