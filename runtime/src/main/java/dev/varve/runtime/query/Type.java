package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.value.MultiRange;
import dev.varve.runtime.value.Range;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How values of a Java type travel to PostgreSQL and back.
 *
 * <p>PostgreSQL keeps microseconds; a finer instant or time is rounded on its way in.
 *
 * @param <T> the Java type; a primitive one by its box
 */
public abstract class Type<T> {
  public static final Type<Boolean> BOOLEAN = new BasicTypes.OfBoolean();
  public static final Type<Short> SHORT = new NumberTypes.OfShort();
  public static final Type<Integer> INT = new NumberTypes.OfInt();
  public static final Type<Long> LONG = new NumberTypes.OfLong();
  public static final Type<Float> FLOAT = new NumberTypes.OfFloat();
  public static final Type<Double> DOUBLE = new NumberTypes.OfDouble();
  public static final Type<BigDecimal> DECIMAL = new NumberTypes.OfDecimal();
  public static final Type<String> STRING = new BasicTypes.OfString();
  public static final Type<UUID> UUID = new BasicTypes.OfUuid();

  /** A {@code timestamptz}; {@code infinity} is {@link Instant#MAX}. */
  public static final Type<Instant> INSTANT = new TimeTypes.OfInstant();

  /**
   * A {@code timestamptz}; it comes back in UTC, {@code infinity} as {@link OffsetDateTime#MAX}.
   */
  public static final Type<OffsetDateTime> OFFSET_DATE_TIME = new TimeTypes.OfOffsetDateTime();

  /** {@code infinity} is {@link LocalDate#MAX}. */
  public static final Type<LocalDate> LOCAL_DATE = new TimeTypes.OfLocalDate();

  /** {@code 24:00} is {@link LocalTime#MAX}. */
  public static final Type<LocalTime> LOCAL_TIME = new TimeTypes.OfLocalTime();

  /** A {@code timestamp}; {@code infinity} is {@link LocalDateTime#MAX}. */
  public static final Type<LocalDateTime> LOCAL_DATE_TIME = new TimeTypes.OfLocalDateTime();

  public static final Type<byte[]> BYTES = new BasicTypes.OfBytes();
  public static final Type<Json> JSON = new DocumentType<>(JsonCodec.JSON);

  public static final Type<boolean[]> BOOLEANS =
      BOOLEAN.list().map(PrimitiveArrays::booleans, PrimitiveArrays::list);
  public static final Type<short[]> SHORTS =
      SHORT.list().map(PrimitiveArrays::shorts, PrimitiveArrays::list);
  public static final Type<int[]> INTS =
      INT.list().map(PrimitiveArrays::ints, PrimitiveArrays::list);
  public static final Type<long[]> LONGS =
      LONG.list().map(PrimitiveArrays::longs, PrimitiveArrays::list);
  public static final Type<float[]> FLOATS =
      FLOAT.list().map(PrimitiveArrays::floats, PrimitiveArrays::list);
  public static final Type<double[]> DOUBLES =
      DOUBLE.list().map(PrimitiveArrays::doubles, PrimitiveArrays::list);

  private final String sqlName;
  private final boolean sensitive;

  Type(String sqlName) {
    this(sqlName, false);
  }

  Type(String sqlName, boolean sensitive) {
    this.sqlName = sqlName;
    this.sensitive = sensitive;
  }

  /**
   * A PostgreSQL enum whose labels are the constants' names.
   *
   * @param name its name in the database, unquoted
   */
  public static <E extends Enum<E>> Type<E> enumOf(String name, E[] constants) {
    return new EnumType<>(Sql.quoted(name), constants);
  }

  /** An enum in a schema that the search path need not have. */
  public static <E extends Enum<E>> Type<E> enumOf(String schema, String name, E[] constants) {
    return new EnumType<>(Sql.quoted(schema) + "." + Sql.quoted(name), constants);
  }

  /** A range of a type that is named in SQL, such as {@code int4range}. */
  public static <T> Type<Range<T>> range(String sqlName, Type<T> element) {
    return new RangeType<>(Sql.typeName(sqlName), element);
  }

  /** A multirange of a type that is named in SQL, such as {@code int4multirange}. */
  public static <T> Type<MultiRange<T>> multirange(String sqlName, Type<T> element) {
    return new MultiRangeType<>(Sql.typeName(sqlName), element);
  }

  /** A {@code jsonb} document. */
  public static <T> Type<T> document(JsonCodec<T> codec) {
    return new DocumentType<>(codec);
  }

  /**
   * Stands for a type that no column can have, in what is generated beside the error that says so.
   */
  public static <T> Type<T> unsupported() {
    return STRING.map(
        text -> {
          throw new StatementException("The column's Java type is not supported.");
        },
        value -> {
          throw new StatementException("The column's Java type is not supported.");
        });
  }

  /** The array of this type, as a list; an element of NULL is null. */
  public final Type<List<T>> list() {
    return new ArrayType<>(this);
  }

  /** The array of this type, as an array of Java; an element of NULL is null. */
  public final Type<T[]> array(IntFunction<T[]> create) {
    return list().map(list -> list.toArray(create.apply(list.size())), Arrays::asList);
  }

  /** The same values in another Java type, neither function seeing null. */
  public final <U> Type<U> map(Function<T, U> read, Function<U, T> write) {
    return new MappedType<>(this, read, write);
  }

  /** The same values, hidden in messages, from listeners and in recordings. */
  public final Type<T> sensitive() {
    return new SensitiveType<>(this);
  }

  /**
   * The same values in a column of another type.
   *
   * @param sqlName the type as SQL, without a length; its text must be that of this one
   */
  public final Type<T> as(String sqlName) {
    return new CastType<>(this, Sql.typeName(sqlName));
  }

  /**
   * The same values in the Java type of a converter, whose functions do not see null.
   *
   * @param write gives no null
   */
  public final <C, U> Type<U> converted(
      C converter, BiFunction<C, T, @Nullable U> read, BiFunction<C, U, @Nullable T> write) {
    return map(
        value -> Converted.present(read.apply(converter, value), converter),
        value -> Converted.present(write.apply(converter, value), converter));
  }

  /** The type as SQL, without a length that a cast would cut the value to. */
  final String sqlName() {
    return sqlName;
  }

  /** How a parameter of this type stands in a statement. */
  String placeholder() {
    return "?";
  }

  abstract void bind(PreparedStatement statement, int index, T value) throws SQLException;

  final void set(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else {
      bind(statement, index, value);
    }
  }

  /** For values that generated code has put in the place of this type. */
  @SuppressWarnings("unchecked")
  final void setUnchecked(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    set(statement, index, (T) value);
  }

  /**
   * The text of an array of these values, which generated code has put in the place of this type.
   *
   * @param buffer what is in it is lost
   */
  @SuppressWarnings("unchecked")
  final <S> String arrayText(
      Collection<S> sources, Function<S, @Nullable Object> value, StringBuilder buffer) {
    buffer.setLength(0);
    char separator = '{';
    for (S source : sources) {
      buffer.append(separator);
      separator = delimiter();
      ArrayText.element(this, (T) value.apply(source), buffer);
    }
    return buffer.append(separator == '{' ? "{}" : "}").toString();
  }

  abstract @Nullable T read(RowReader row, int at) throws SQLException;

  /** The value as text that PostgreSQL reads, as an element of an array. */
  abstract String text(T value);

  /** Writes the text behind what is there. */
  void append(T value, StringBuilder out) {
    out.append(text(value));
  }

  /** Whether no text has anything that an array would quote, or {@code COPY} escape. */
  boolean isPlain() {
    return false;
  }

  /** The value of such a text, as PostgreSQL writes it. */
  abstract T parse(String text);

  /** Whether nobody should see its values. */
  final boolean isSensitive() {
    return sensitive;
  }

  /** A value that generated code has put in the place of this type, for who looks on. */
  @SuppressWarnings("unchecked")
  final String shown(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return isSensitive() ? Binder.REDACTED : text((T) value);
  }

  boolean isArray() {
    return false;
  }

  /** Whether unnest takes not only an array of it apart, but its values, too. */
  boolean isTakenApart() {
    return isArray();
  }

  /** Of an array: the type of its elements. */
  Type<?> element() {
    throw new IllegalStateException(sqlName + " has no elements");
  }

  /** An expression, which may be a text, as this type. */
  String cast(String expression) {
    return expression + "::" + sqlName;
  }

  /** An expression, which may be a text, as an array of this type. */
  String castArray(String expression) {
    return expression + "::" + sqlName + "[]";
  }

  /** What stands between the elements of an array. */
  char delimiter() {
    return sqlName.equals("box") ? ';' : ',';
  }

  /** Whether the driver decodes arrays of it, without loss, to what {@link #read} gives. */
  boolean isArrayOfDriver() {
    return false;
  }
}
