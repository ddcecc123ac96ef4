package dev.varve.processor.ddl;

import dev.varve.processor.plan.Obstacle;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import java.util.Map;
import java.util.Optional;

/** The usual changes of a type, for which a condition tells the values that do not fit. */
final class Narrowing {
  private static final Map<ColumnType, String> RANGES = Map.of(
      Scalar.SMALLINT, "-32768 AND 32767",
      Scalar.INTEGER, "-2147483648 AND 2147483647",
      Scalar.BIGINT, "-9223372036854775808 AND 9223372036854775807");

  private Narrowing() {}

  /** The condition; empty where only trying tells. */
  static Optional<String> condition(Obstacle.Unfit unfit) {
    ColumnType from = unfit.column().type();
    ColumnType to = unfit.to();
    String column = unfit.column().name().quoted();
    String expression = unfit.expression();
    boolean kept = expression.equals(column);
    boolean cast = kept
        || expression.equals(column + "::" + to.sql())
        || expression.equals(column + "::text::" + to.sql());
    boolean whole = RANGES.containsKey(from);
    boolean number = whole || from == Scalar.NUMERIC || from instanceof ColumnType.Numeric;
    if (!cast) {
      return Optional.empty();
    } else if (unfit.labels().isPresent()) {
      return Optional.of(
          column + "::text <> ALL (" + Sql.array(unfit.labels().get(), "text").text() + ")");
    } else if (whole && RANGES.containsKey(to)) {
      return Optional.of(column + " NOT BETWEEN " + RANGES.get(to));
    } else if (number && to instanceof ColumnType.Numeric numeric) {
      return Optional.of(
          "abs(round(" + column + ", " + numeric.scale() + ")) >= power(10::numeric, "
              + (numeric.precision() - numeric.scale()) + ")"
              + (whole ? "" : " AND " + column + " <> 'NaN'"));
    }
    boolean text = from == Scalar.TEXT || from instanceof ColumnType.Varchar;
    return kept && text && to instanceof ColumnType.Varchar varchar
        ? Optional.of("char_length(rtrim(" + column + ", ' ')) > " + varchar.length())
        : Optional.empty();
  }
}
