package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.ArrayOf;
import dev.varve.runtime.schema.ColumnType.Enumerated;
import dev.varve.runtime.schema.ColumnType.Interval;
import dev.varve.runtime.schema.ColumnType.Named;
import dev.varve.runtime.schema.ColumnType.Numeric;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Sized;
import dev.varve.runtime.schema.ColumnType.Varchar;
import dev.varve.runtime.schema.CompressionMethod;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.StorageMode;
import dev.varve.runtime.schema.TableOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Random types, and expressions that PostgreSQL takes for them. */
final class RandomColumns {
  private final Random random;

  RandomColumns(Random random) {
    this.random = random;
  }

  Column column(Name name, List<EnumType> enums) {
    ColumnType type = type(enums);
    ColumnOptions options = options(type);
    boolean counts = isWhole(type) && random.nextInt(4) == 0;
    return counts
        ? new Column(name, type, false, counter(), options)
        : new Column(name, type, random.nextBoolean(), value(type, enums), options);
  }

  /** A column with values out of a sequence. */
  Column counting(Name name) {
    return new Column(name, WHOLE.get(random.nextInt(WHOLE.size())), false, counter());
  }

  /** Values out of a sequence. */
  Default counter() {
    return random.nextBoolean() ? new Default.Serial() : new Default.Identity(identity());
  }

  private IdentityOptions identity() {
    if (random.nextBoolean()) {
      return IdentityOptions.ALWAYS.withByDefault(random.nextBoolean());
    }
    boolean down = random.nextInt(5) == 0;
    return new IdentityOptions(
        random.nextBoolean(),
        down || random.nextBoolean() ? Optional.empty() : Optional.of(10L + random.nextInt(9)),
        down ? -2 : 1 + random.nextInt(3),
        down || random.nextBoolean() ? Optional.empty() : Optional.of(2L + random.nextInt(5)),
        down || random.nextBoolean() ? Optional.empty() : Optional.of(20_000L + random.nextInt(9)),
        1 + random.nextInt(20),
        random.nextBoolean());
  }

  /** A column computed from one or two others, in a way that any type allows. */
  Column generated(Name name, List<Column> bases, boolean virtual) {
    String one = bases.get(random.nextInt(bases.size())).name().quoted();
    String two = bases.get(random.nextInt(bases.size())).name().quoted();
    boolean stored = !virtual
        || random.nextBoolean()
        || bases.stream().anyMatch(base -> Columns.isEnum(base.type()));
    boolean nullable = random.nextBoolean();
    return switch (random.nextInt(3)) {
      case 0 -> generated(name, Scalar.BOOLEAN, nullable, one + " IS NULL", stored);
      case 1 ->
        generated(name, Scalar.INTEGER, nullable, "num_nulls(" + one + ", " + two + ")", stored);
      default ->
        generated(
            name,
            Scalar.TEXT,
            nullable,
            "CASE WHEN " + one + " IS NULL THEN 'no ' ELSE 'e' END",
            stored);
    };
  }

  private static Column generated(
      Name name, ColumnType type, boolean nullable, String expression, boolean stored) {
    return new Column(name, type, nullable, new Default.Generated(expression, stored));
  }

  /** Options that the type allows. */
  ColumnOptions options(ColumnType type) {
    ColumnType element = type instanceof ArrayOf array ? array.element() : type;
    ColumnOptions options = ColumnOptions.NONE;
    if ((element == Scalar.TEXT || element instanceof Varchar) && random.nextInt(4) == 0) {
      options = options.withCollation(
          Optional.of(QualifiedName.of(random.nextBoolean() ? "C" : "POSIX")));
    }
    if ((type == Scalar.TEXT || type == Scalar.JSONB || type == Scalar.BYTEA)
        && random.nextInt(4) == 0) {
      StorageMode[] modes = {StorageMode.PLAIN, StorageMode.EXTERNAL, StorageMode.MAIN};
      options = options.withStorage(Optional.of(modes[random.nextInt(modes.length)]));
    }
    if ((type == Scalar.TEXT || type instanceof ArrayOf) && random.nextInt(4) == 0) {
      options = options.withCompression(Optional.of(CompressionMethod.PGLZ));
    }
    return options;
  }

  TableOptions tableOptions() {
    TableOptions options = TableOptions.NONE.withUnlogged(random.nextInt(6) == 0);
    if (random.nextInt(5) == 0) {
      options = options.withParameters(Map.of("fillfactor", "" + (50 + random.nextInt(50))));
    }
    if (random.nextInt(5) == 0) {
      options = options.withParameters(
          Map.of("autovacuum_enabled", "off", "autovacuum_vacuum_scale_factor", "0.05"));
    }
    return options;
  }

  ColumnType type(List<EnumType> enums) {
    ColumnType element = element(enums);
    return random.nextInt(8) == 0 ? new ArrayOf(element) : element;
  }

  private ColumnType element(List<EnumType> enums) {
    return switch (random.nextInt(8)) {
      case 0 -> new Varchar(1 + random.nextInt(300));
      case 1 -> {
        int precision = 1 + random.nextInt(40);
        yield new Numeric(precision, random.nextInt(precision + 3) - 2);
      }
      case 2 ->
        enums.isEmpty()
            ? Scalar.TEXT
            : new Enumerated(enums.get(random.nextInt(enums.size())).name());
      case 3 -> {
        Sized.Kind kind = Sized.Kind.values()[random.nextInt(Sized.Kind.values().length)];
        yield new Sized(kind, kind.isTime() ? random.nextInt(7) : 1 + random.nextInt(70));
      }
      case 4 ->
        switch (random.nextInt(6)) {
          case 0 -> new Interval(Optional.of("year to month"), OptionalInt.empty());
          case 1 -> new Interval(Optional.of("day to second"), OptionalInt.of(random.nextInt(7)));
          case 2 -> new Interval(Optional.empty(), OptionalInt.of(random.nextInt(7)));
          default -> Scalar.INTERVAL;
        };
      // The common ones more often.
      case 5 -> COMMON.get(random.nextInt(COMMON.size()));
      default -> Scalar.values()[random.nextInt(Scalar.values().length)];
    };
  }

  private static final List<Scalar> COMMON =
      List.of(Scalar.INTEGER, Scalar.BIGINT, Scalar.TEXT, Scalar.UUID, Scalar.TIMESTAMPTZ);

  /** The types without an order, which can be in no key and in no index of the usual kind. */
  private static final Set<ColumnType> UNORDERED = Set.of(
      Scalar.JSON,
      Scalar.JSONPATH,
      Scalar.XML,
      Scalar.POINT,
      Scalar.LINE,
      Scalar.LSEG,
      Scalar.BOX,
      Scalar.PATH,
      Scalar.POLYGON,
      Scalar.CIRCLE,
      Scalar.PG_SNAPSHOT);

  static boolean isOrdered(ColumnType type) {
    return !UNORDERED.contains(type instanceof ArrayOf array ? array.element() : type);
  }

  /** Whether a hash index takes the type, or, as an array, an inverted one. */
  static boolean isHashed(ColumnType type) {
    boolean bits = type instanceof Sized sized && sized.kind().unsized() == Scalar.VARBIT;
    return isOrdered(type)
        && !bits
        && !Set.<ColumnType>of(Scalar.VARBIT, Scalar.MONEY, Scalar.TSVECTOR, Scalar.TSQUERY)
            .contains(type);
  }

  private static final List<ColumnType> WHOLE =
      List.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT);

  static boolean isWhole(ColumnType type) {
    return WHOLE.contains(type);
  }

  /** A default of this type, or none. */
  Default value(ColumnType type, List<EnumType> enums) {
    if (random.nextBoolean()) {
      return new Default.None();
    }
    return type.accept(new ColumnType.Visitor<>() {
      @Override
      public Default scalar(Scalar scalar) {
        return new Default.Expression(literal(scalar));
      }

      @Override
      public Default varchar(Varchar varchar) {
        return new Default.Expression("'" + "x".repeat(Math.min(3, varchar.length())) + "'");
      }

      @Override
      public Default numeric(Numeric numeric) {
        return new Default.Expression("0");
      }

      @Override
      public Default sized(Sized sized) {
        return new Default.Expression(
            switch (sized.kind()) {
              case CHAR -> "'x'";
              case BIT -> "'" + "10".repeat(35).substring(0, sized.size()) + "'";
              case VARBIT -> "B'1'";
              case TIME, TIMETZ -> "'12:00'";
              case TIMESTAMP, TIMESTAMPTZ -> "CURRENT_TIMESTAMP";
            });
      }

      @Override
      public Default interval(Interval interval) {
        return new Default.Expression("'1 year'");
      }

      @Override
      public Default named(Named named) {
        return new Default.None();
      }

      @Override
      public Default enumerated(Enumerated enumerated) {
        return enums.stream()
            .filter(e -> e.name().equals(enumerated.type()) && !e.values().isEmpty())
            .findFirst()
            .<Default>map(e -> new Default.Expression(quoted(e.values().get(0))))
            .orElse(new Default.None());
      }

      @Override
      public Default arrayOf(ArrayOf array) {
        return new Default.Expression("'{}'");
      }
    });
  }

  private String literal(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "true";
      case SMALLINT, INTEGER, BIGINT -> random.nextBoolean() ? "7" : "(1 + 2)";
      case REAL, DOUBLE_PRECISION, NUMERIC -> "0.5";
      case MONEY -> "12.50";
      case TEXT, VARCHAR -> random.nextBoolean() ? "'it''s'" : "lower('A;B--C')";
      case BPCHAR, NAME -> "'it''s'";
      case UUID -> "gen_random_uuid()";
      case VARBIT -> "B'101'";
      case BYTEA -> "'\\x00'";
      case DATE -> random.nextBoolean() ? "CURRENT_DATE" : "'2026-01-01'";
      case TIME, TIMETZ -> "'12:00'";
      case TIMESTAMP -> "'2026-01-01 12:00'";
      case TIMESTAMPTZ -> "now()";
      case INTERVAL -> "'1 day 02:03:04.5'";
      case JSON, JSONB -> "'{\"a\": [1, null]}'";
      case JSONPATH -> "'$.a'";
      case XML -> "'<a/>'";
      case INET -> "'10.0.0.1/8'";
      case CIDR -> "'10.0.0.0/8'";
      case MACADDR -> "'08:00:2b:01:02:03'";
      case MACADDR8 -> "'08:00:2b:01:02:03:04:05'";
      case TSVECTOR -> "to_tsvector('simple', 'a b')";
      case TSQUERY -> "'a & b'";
      case POINT -> "'(1,2)'";
      case LINE -> "'{1,2,3}'";
      case LSEG, BOX, PATH, POLYGON -> "'(1,2),(3,4)'";
      case CIRCLE -> "'<(1,2),3>'";
      case OID -> "7";
      case XID8 -> "'7'";
      case PG_LSN -> "'0/7'";
      case PG_SNAPSHOT -> "pg_current_snapshot()";
      case INT4RANGE, INT8RANGE, NUMRANGE -> "'[1,2)'";
      case TSRANGE, TSTZRANGE, DATERANGE -> "'empty'";
      case INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE -> "'{[1,2)}'";
      case TSMULTIRANGE, TSTZMULTIRANGE, DATEMULTIRANGE -> "'{}'";
    };
  }

  /** A condition on the column; immutable ones may stand in the predicate of an index. */
  String condition(Column column, boolean immutable) {
    String name = column.name().quoted();
    if (!isOrdered(column.type())) {
      return name + " IS NOT NULL";
    }
    return switch (random.nextInt(immutable ? 3 : 7)) {
      case 0 -> name + " IS NOT NULL";
      case 1 -> name + " = " + name + " OR (" + name + " IS NULL)";
      case 2 -> "coalesce(" + name + ", " + name + ") = " + name;
      case 3 -> name + "::text <> " + quoted(column.name().value());
      case 4 -> "CAST(" + name + " AS text) <> E'e\\'" + "' AND " + name + " IS NOT NULL";
      case 5 -> "length((" + name + ")::text) > 0 AND date '2026-01-01' > '2025-12-31'::date";
      default -> "$x$" + column.name().value() + "$x$ <> " + name + "::text /* e */";
    };
  }

  static String quoted(String literal) {
    return "'" + literal.replace("'", "''") + "'";
  }
}
