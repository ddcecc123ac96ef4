package dev.varve.runtime.query;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The types of numbers. */
final class NumberTypes {
  private NumberTypes() {}

  /** A number whose text in PostgreSQL is that of Java, {@code NaN} and {@code Infinity} too. */
  private abstract static class OfNumber<T extends Number> extends Type<T> {
    OfNumber(String sqlName) {
      super(sqlName);
    }

    @Override
    String text(T value) {
      return value.toString();
    }

    @Override
    boolean isPlain() {
      return true;
    }

    @Override
    boolean isArrayOfDriver() {
      return true;
    }
  }

  static final class OfShort extends OfNumber<Short> {
    OfShort() {
      super("smallint");
    }

    @Override
    void bind(PreparedStatement statement, int index, Short value) throws SQLException {
      statement.setShort(index, value);
    }

    @Override
    @Nullable
    Short read(RowReader row, int at) throws SQLException {
      return row.getShortOrNull(at);
    }

    @Override
    void append(Short value, StringBuilder out) {
      out.append(value.intValue());
    }

    @Override
    Short parse(String text) {
      return Short.valueOf(text);
    }
  }

  static final class OfInt extends OfNumber<Integer> {
    OfInt() {
      super("integer");
    }

    @Override
    void bind(PreparedStatement statement, int index, Integer value) throws SQLException {
      statement.setInt(index, value);
    }

    @Override
    @Nullable
    Integer read(RowReader row, int at) throws SQLException {
      return row.getIntOrNull(at);
    }

    @Override
    void append(Integer value, StringBuilder out) {
      out.append(value.intValue());
    }

    @Override
    Integer parse(String text) {
      return Integer.valueOf(text);
    }
  }

  static final class OfLong extends OfNumber<Long> {
    OfLong() {
      super("bigint");
    }

    @Override
    void bind(PreparedStatement statement, int index, Long value) throws SQLException {
      statement.setLong(index, value);
    }

    @Override
    @Nullable
    Long read(RowReader row, int at) throws SQLException {
      return row.getLongOrNull(at);
    }

    @Override
    void append(Long value, StringBuilder out) {
      out.append(value.longValue());
    }

    @Override
    Long parse(String text) {
      return Long.valueOf(text);
    }
  }

  static final class OfFloat extends OfNumber<Float> {
    OfFloat() {
      super("real");
    }

    /** Without binary transfer the driver would send a double, which no inexact real equals. */
    @Override
    void bind(PreparedStatement statement, int index, Float value) throws SQLException {
      statement.setObject(index, text(value), Types.OTHER);
    }

    @Override
    @Nullable
    Float read(RowReader row, int at) throws SQLException {
      return row.getFloatOrNull(at);
    }

    @Override
    Float parse(String text) {
      return Float.valueOf(text);
    }
  }

  static final class OfDouble extends OfNumber<Double> {
    OfDouble() {
      super("double precision");
    }

    @Override
    void bind(PreparedStatement statement, int index, Double value) throws SQLException {
      statement.setDouble(index, value);
    }

    @Override
    @Nullable
    Double read(RowReader row, int at) throws SQLException {
      return row.getDoubleOrNull(at);
    }

    @Override
    Double parse(String text) {
      return Double.valueOf(text);
    }
  }

  static final class OfDecimal extends OfNumber<BigDecimal> {
    OfDecimal() {
      super("numeric");
    }

    @Override
    void bind(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
      statement.setBigDecimal(index, value);
    }

    @Override
    @Nullable
    BigDecimal read(RowReader row, int at) throws SQLException {
      return row.getDecimalOrNull(at);
    }

    @Override
    BigDecimal parse(String text) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw new QueryException("A numeric is " + text + ", which no BigDecimal is.", e);
      }
    }

    @Override
    boolean isArrayOfDriver() {
      return false;
    }
  }
}
