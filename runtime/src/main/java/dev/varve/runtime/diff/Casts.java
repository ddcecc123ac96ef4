package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.ArrayOf;
import dev.varve.runtime.schema.ColumnType.Interval;
import dev.varve.runtime.schema.ColumnType.Numeric;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Sized;
import dev.varve.runtime.schema.ColumnType.Varchar;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of values when a column's type changes without an expression of the user's. */
public final class Casts {
  private static final List<ColumnType> WHOLE =
      List.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT);

  /** The decimal digits that each of {@link #WHOLE} may need. */
  private static final List<Integer> DIGITS = List.of(5, 10, 19);

  /** The digits behind a second where none are stated. */
  private static final int MICROSECONDS = 6;

  /** Types that another one holds entirely, and that the server casts to it by itself. */
  private static final Map<ColumnType, Set<ColumnType>> WITHIN = Map.of(
      Scalar.REAL, Set.of(Scalar.DOUBLE_PRECISION),
      Scalar.MONEY, Set.of(Scalar.NUMERIC),
      Scalar.DATE, Set.of(Scalar.TIMESTAMP),
      Scalar.JSONB, Set.of(Scalar.JSON),
      Scalar.CIDR, Set.of(Scalar.INET),
      Scalar.MACADDR, Set.of(Scalar.MACADDR8),
      Scalar.OID, Set.of(Scalar.BIGINT));

  /** Types among which the server casts by itself, if need be with an error or a rounded value. */
  private static final List<Set<ColumnType>> ASSIGNED = List.of(
      Set.of(Scalar.DATE, Scalar.TIMESTAMP, Scalar.TIMESTAMPTZ),
      Set.of(Scalar.TIME, Scalar.TIMETZ),
      Set.of(Scalar.JSON, Scalar.JSONB),
      Set.of(Scalar.INET, Scalar.CIDR),
      Set.of(Scalar.MACADDR, Scalar.MACADDR8));

  /** Types, without their sizes, whose values lie on disk as those of others do. */
  private static final Map<ColumnType, Set<ColumnType>> ALIKE = Map.of(
      Scalar.TEXT, Set.of(Scalar.VARCHAR, Scalar.BPCHAR),
      Scalar.VARCHAR, Set.of(Scalar.TEXT, Scalar.BPCHAR),
      Scalar.XML, Set.of(Scalar.TEXT, Scalar.VARCHAR, Scalar.BPCHAR),
      Scalar.CIDR, Set.of(Scalar.INET),
      Scalar.INTEGER, Set.of(Scalar.OID),
      Scalar.OID, Set.of(Scalar.INTEGER),
      Scalar.TIMESTAMP, Set.of(Scalar.TIMESTAMPTZ),
      Scalar.TIMESTAMPTZ, Set.of(Scalar.TIMESTAMP));

  private Casts() {}

  /** Whether the server's own cast keeps every value as it is and cannot fail. */
  public static boolean isLossless(ColumnType from, ColumnType to) {
    if (from instanceof ArrayOf a && to instanceof ArrayOf b) {
      return isLossless(a.element(), b.element());
    }
    if (from.equals(to) || WITHIN.getOrDefault(from, Set.of()).contains(to)) {
      return true;
    }
    if (to == Scalar.TEXT || to == Scalar.VARCHAR) {
      return !(from instanceof ArrayOf);
    }
    if (length(from) > 0 && to instanceof Varchar b) {
      return b.length() >= length(from);
    }
    if (WHOLE.contains(from)) {
      return WHOLE.indexOf(to) > WHOLE.indexOf(from)
          || to == Scalar.NUMERIC
          || (to instanceof Numeric n
              && n.scale() >= 0
              && n.precision() - n.scale() >= DIGITS.get(WHOLE.indexOf(from)));
    }
    if (from instanceof Numeric a) {
      return to == Scalar.NUMERIC
          || (to instanceof Numeric b
              && b.scale() >= a.scale()
              && b.precision() - b.scale() >= a.precision() - a.scale());
    }
    if (from instanceof Interval a) {
      return to == Scalar.INTERVAL
          || (to instanceof Interval b
              && b.fields().equals(a.fields())
              && b.precision().orElse(MICROSECONDS) >= a.precision().orElse(MICROSECONDS));
    }
    return from instanceof Sized a && isWider(a, to);
  }

  private static boolean isWider(Sized from, ColumnType to) {
    if (to instanceof Sized sized) {
      boolean grows = sized.size() >= from.size();
      return switch (from.kind()) {
        case BIT -> sized.kind() == Sized.Kind.VARBIT && grows;
        case CHAR, VARBIT, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ ->
          sized.kind() == from.kind() && grows;
      };
    }
    return to == unsized(from);
  }

  /** The same without a size. */
  private static ColumnType unsized(ColumnType type) {
    if (type instanceof Interval) {
      return Scalar.INTERVAL;
    }
    return type instanceof Sized sized ? sized.kind().unsized() : type;
  }

  /** The characters that a text may have; 0 if it is none, or has no limit. */
  private static int length(ColumnType type) {
    if (type instanceof Varchar varchar) {
      return varchar.length();
    }
    return type instanceof Sized sized && sized.kind() == Sized.Kind.CHAR ? sized.size() : 0;
  }

  /** Whether the server casts by itself, if need be with an error or a rounded value. */
  public static boolean isAssigned(ColumnType from, ColumnType to) {
    if (from instanceof ArrayOf a && to instanceof ArrayOf b) {
      return isAssigned(a.element(), b.element());
    }
    ColumnType a = unsized(from);
    ColumnType b = unsized(to);
    return isLossless(from, to)
        || a.equals(b)
        || b == Scalar.TEXT
        || b == Scalar.VARCHAR
        || b == Scalar.BPCHAR
        || b instanceof Varchar
        || (isNumber(a) && isNumber(b))
        || (isNumber(a) && b == Scalar.MONEY && a != Scalar.REAL && a != Scalar.DOUBLE_PRECISION)
        || ASSIGNED.stream().anyMatch(group -> group.contains(a) && group.contains(b));
  }

  /**
   * Whether the server writes all rows anew when its own cast changes a column's type. The others
   * stay as they lie, in a session whose time zone is UTC.
   */
  public static boolean rewrites(ColumnType from, ColumnType to) {
    if (isCitext(from) || isCitext(to)) {
      return rewrites(isCitext(from) ? Scalar.TEXT : from, isCitext(to) ? Scalar.TEXT : to);
    }
    ColumnType before = unlimited(from);
    ColumnType after = unlimited(to);
    boolean same = before.equals(after);
    if (!same && !ALIKE.getOrDefault(before, Set.of()).contains(after)) {
      return true;
    }
    boolean limited = !to.equals(after) && !isWholeTime(to);
    return limited && !from.equals(to) && !(same && isRoomier(from, to));
  }

  /** A type of an extension that is text but for its comparisons. */
  private static boolean isCitext(ColumnType type) {
    return type instanceof ColumnType.Named named && named.name().name().value().equals("citext");
  }

  private static ColumnType unlimited(ColumnType type) {
    if (type instanceof Varchar) {
      return Scalar.VARCHAR;
    }
    return type instanceof Numeric ? Scalar.NUMERIC : unsized(type);
  }

  /** Whether no digit behind a second is cut. */
  private static boolean isWholeTime(ColumnType type) {
    return type instanceof Sized sized && sized.kind().isTime() && sized.size() == MICROSECONDS;
  }

  /** Whether the server knows that a value of the one is one of the other. */
  private static boolean isRoomier(ColumnType from, ColumnType to) {
    if (from instanceof Varchar a && to instanceof Varchar b) {
      return b.length() >= a.length();
    }
    if (from instanceof Numeric a && to instanceof Numeric b) {
      return b.scale() == a.scale() && b.precision() >= a.precision();
    }
    if (from instanceof Interval) {
      return isLossless(from, to);
    }
    return from instanceof Sized a
        && to instanceof Sized b
        && a.kind() == b.kind()
        && (a.kind().isTime() || a.kind() == Sized.Kind.VARBIT)
        && b.size() >= a.size();
  }

  private static boolean isNumber(ColumnType type) {
    return WHOLE.contains(type)
        || type instanceof Numeric
        || type == Scalar.NUMERIC
        || type == Scalar.REAL
        || type == Scalar.DOUBLE_PRECISION;
  }
}
