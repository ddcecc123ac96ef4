package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.ArrayOf;
import dev.varve.runtime.schema.ColumnType.Enumerated;
import dev.varve.runtime.schema.ColumnType.Numeric;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Varchar;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import java.util.List;
import java.util.Random;

/** Random types, and expressions that PostgreSQL takes for them. */
final class RandomColumns {
  private final Random random;

  RandomColumns(Random random) {
    this.random = random;
  }

  Column column(Name name, List<EnumType> enums) {
    ColumnType type = type(enums);
    boolean identity = isWhole(type) && random.nextInt(6) == 0;
    return identity
        ? new Column(name, type, false, new Default.Identity())
        : new Column(name, type, random.nextBoolean(), value(type, enums));
  }

  ColumnType type(List<EnumType> enums) {
    ColumnType element = element(enums);
    return random.nextInt(8) == 0 ? new ArrayOf(element) : element;
  }

  private ColumnType element(List<EnumType> enums) {
    return switch (random.nextInt(5)) {
      case 0 -> new Varchar(1 + random.nextInt(300));
      case 1 -> {
        int precision = 1 + random.nextInt(40);
        yield new Numeric(precision, random.nextInt(precision + 1));
      }
      case 2 ->
        enums.isEmpty()
            ? Scalar.TEXT
            : new Enumerated(enums.get(random.nextInt(enums.size())).name());
      default -> Scalar.values()[random.nextInt(Scalar.values().length)];
    };
  }

  static boolean isWhole(ColumnType type) {
    return List.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT).contains(type);
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
      case TEXT -> random.nextBoolean() ? "'it''s'" : "lower('A;B--C')";
      case UUID -> "gen_random_uuid()";
      case BYTEA -> "'\\x00'";
      case DATE -> random.nextBoolean() ? "CURRENT_DATE" : "'2026-01-01'";
      case TIME -> "'12:00'";
      case TIMESTAMP -> "'2026-01-01 12:00'";
      case TIMESTAMPTZ -> "now()";
      case JSONB -> "'{\"a\": [1, null]}'";
    };
  }

  /** A condition on the column; immutable ones may stand in the predicate of an index. */
  String condition(Column column, boolean immutable) {
    String name = column.name().quoted();
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
