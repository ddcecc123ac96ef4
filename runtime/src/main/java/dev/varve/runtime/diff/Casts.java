package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.ArrayOf;
import dev.varve.runtime.schema.ColumnType.Numeric;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Varchar;
import java.util.List;

/** What becomes of values when a column's type changes without an expression of the user's. */
public final class Casts {
  private static final List<ColumnType> WHOLE =
      List.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT);

  /** The decimal digits that each of {@link #WHOLE} may need. */
  private static final List<Integer> DIGITS = List.of(5, 10, 19);

  private static final List<ColumnType> MOMENTS =
      List.of(Scalar.DATE, Scalar.TIMESTAMP, Scalar.TIMESTAMPTZ);

  private Casts() {}

  /** Whether the server's own cast keeps every value as it is and cannot fail. */
  public static boolean isLossless(ColumnType from, ColumnType to) {
    if (from instanceof ArrayOf a && to instanceof ArrayOf b) {
      return isLossless(a.element(), b.element());
    }
    if (from.equals(to)) {
      return true;
    }
    if (to == Scalar.TEXT) {
      return !(from instanceof ArrayOf);
    }
    if (from instanceof Varchar a && to instanceof Varchar b) {
      return b.length() >= a.length();
    }
    if (WHOLE.contains(from)) {
      return WHOLE.indexOf(to) > WHOLE.indexOf(from)
          || to == Scalar.NUMERIC
          || (to instanceof Numeric n
              && n.precision() - n.scale() >= DIGITS.get(WHOLE.indexOf(from)));
    }
    if (from instanceof Numeric a) {
      return to == Scalar.NUMERIC
          || (to instanceof Numeric b
              && b.scale() >= a.scale()
              && b.precision() - b.scale() >= a.precision() - a.scale());
    }
    return (from == Scalar.REAL && to == Scalar.DOUBLE_PRECISION)
        || (from == Scalar.DATE && to == Scalar.TIMESTAMP);
  }

  /** Whether the server casts by itself, if need be with an error or a rounded value. */
  public static boolean isAssigned(ColumnType from, ColumnType to) {
    if (from instanceof ArrayOf a && to instanceof ArrayOf b) {
      return isAssigned(a.element(), b.element());
    }
    return from.equals(to)
        || to == Scalar.TEXT
        || to instanceof Varchar
        || (isNumber(from) && isNumber(to))
        || (MOMENTS.contains(from) && MOMENTS.contains(to));
  }

  private static boolean isNumber(ColumnType type) {
    return WHOLE.contains(type)
        || type instanceof Numeric
        || type == Scalar.NUMERIC
        || type == Scalar.REAL
        || type == Scalar.DOUBLE_PRECISION;
  }
}
