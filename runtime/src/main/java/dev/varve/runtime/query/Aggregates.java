package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import java.math.BigDecimal;
import java.util.List;

/** Aggregate functions; made to be imported statically. {@link Expressions#count} is another. */
public final class Aggregates {
  private static final Operand<Integer, ?> STAR = new Computed<>(Type.INT, sql -> sql.append("*"));
  static final Aggregate<Long> COUNT =
      new Aggregate<>(Type.LONG, new AggregateCall("count", "", STAR));

  private Aggregates() {}

  /** How many values are not NULL; of different ones with {@code distinct()}. */
  public static Aggregate<Long> count(Operand<?, ?> value) {
    return new Aggregate<>(Type.LONG, new AggregateCall("count", "", value));
  }

  /** The sum, exact, whatever the type of number. */
  public static NullableAggregate<BigDecimal> sum(Operand<? extends Number, ?> value) {
    return sum(value, Type.DECIMAL);
  }

  /** The sum in a type that is known to hold it; if it does not, the server reports an error. */
  public static <N extends Number> NullableAggregate<N> sum(
      Operand<? extends Number, ?> value, Type<N> type) {
    return new NullableAggregate<>(type, new AggregateCall("sum", type.sqlName(), value));
  }

  public static NullableAggregate<BigDecimal> avg(Operand<? extends Number, ?> value) {
    return avg(value, Type.DECIMAL);
  }

  public static <N extends Number> NullableAggregate<N> avg(
      Operand<? extends Number, ?> value, Type<N> type) {
    return new NullableAggregate<>(type, new AggregateCall("avg", type.sqlName(), value));
  }

  public static <T> NullableAggregate<T> min(Operand<T, ?> value) {
    return new NullableAggregate<>(value.type(), new AggregateCall("min", "", value));
  }

  public static <T> NullableAggregate<T> max(Operand<T, ?> value) {
    return new NullableAggregate<>(value.type(), new AggregateCall("max", "", value));
  }

  /** The texts one after another, this between them. */
  public static NullableAggregate<String> stringAgg(Operand<String, ?> value, String separator) {
    return new NullableAggregate<>(
        Type.STRING, new AggregateCall("string_agg", "", value, Calls.text(separator)));
  }

  /** The values as an array; one that is NULL is null. */
  public static <T> NullableAggregate<List<T>> arrayAgg(Operand<T, ?> value) {
    return new NullableAggregate<>(value.type().list(), new AggregateCall("array_agg", "", value));
  }

  /** The values as an array of JSON. */
  public static NullableAggregate<Json> jsonAgg(Operand<?, ?> value) {
    return new NullableAggregate<>(Type.JSON, new AggregateCall("jsonb_agg", "", value));
  }

  /** The values as an object of JSON, each under its name. */
  public static NullableAggregate<Json> jsonObjectAgg(
      Expression<String> name, Operand<?, ?> value) {
    return new NullableAggregate<>(
        Type.JSON, new AggregateCall("jsonb_object_agg", "", name, value));
  }

  /** Whether all are true. */
  public static NullableAggregate<Boolean> boolAnd(Operand<Boolean, ?> value) {
    return new NullableAggregate<>(Type.BOOLEAN, new AggregateCall("bool_and", "", value));
  }

  /** Whether one is true. */
  public static NullableAggregate<Boolean> boolOr(Operand<Boolean, ?> value) {
    return new NullableAggregate<>(Type.BOOLEAN, new AggregateCall("bool_or", "", value));
  }

  /** Standard deviation of a sample. */
  public static NullableAggregate<Double> stddev(Operand<? extends Number, ?> value) {
    return new NullableAggregate<>(
        Type.DOUBLE, new AggregateCall("stddev_samp", Type.DOUBLE.sqlName(), value));
  }

  /** The value below which this part of the values lies, from 0 to 1, between two if need be. */
  public static NullableExpression<Double> percentile(
      double part, Operand<? extends Number, ?> value) {
    return new NullableComputed<>(Type.DOUBLE, sql -> {
      sql.append("percentile_cont(");
      sql.typedParameter(Type.DOUBLE, part);
      sql.append(") WITHIN GROUP (ORDER BY ");
      Calls.cast(value, Type.DOUBLE.sqlName()).write(sql);
      sql.append(")");
    });
  }

  /** In which wider group a row is: for each operand a bit, 1 where it was left out. */
  public static Expression<Integer> grouping(Operand<?, ?>... operands) {
    return new Computed<>(Type.INT, Calls.call("GROUPING", operands));
  }
}
