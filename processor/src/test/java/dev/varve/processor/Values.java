package dev.varve.processor;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Schema;
import java.math.BigDecimal;
import java.util.List;

/** Values of any type, as SQL. */
final class Values {
  private final Schema schema;

  Values(Schema schema) {
    this.schema = schema;
  }

  /** The value of a type at a place, the same in every table, so that references find it. */
  String at(ColumnType type, int place) {
    return type.accept(new ColumnType.Visitor<>() {
      @Override
      public String scalar(Scalar scalar) {
        return quoted(text(scalar, place)) + "::" + scalar.sql();
      }

      @Override
      public String varchar(ColumnType.Varchar varchar) {
        return quoted(varchar.length() > 1 ? "v" + place : "" + place) + "::" + varchar.sql();
      }

      @Override
      public String numeric(ColumnType.Numeric numeric) {
        return BigDecimal.valueOf(place, numeric.scale()).toPlainString() + "::" + numeric.sql();
      }

      @Override
      public String enumerated(ColumnType.Enumerated enumerated) {
        List<String> values = values(enumerated);
        return quoted(values.get(place % values.size())) + "::" + enumerated.sql();
      }

      @Override
      public String arrayOf(ColumnType.ArrayOf array) {
        return "ARRAY[" + at(array.element(), place) + "]::" + array.sql();
      }
    });
  }

  private static String text(Scalar type, int place) {
    return switch (type) {
      case BOOLEAN -> place % 2 == 0 ? "true" : "false";
      case SMALLINT, INTEGER, BIGINT -> "" + place;
      case REAL, DOUBLE_PRECISION, NUMERIC -> place + ".5";
      case TEXT -> "v" + place;
      case UUID -> "00000000-0000-0000-0000-00000000000" + place;
      case BYTEA -> "\\x0" + place;
      case DATE -> "2026-01-0" + place;
      case TIME -> "0" + place + ":00";
      case TIMESTAMP -> "2026-01-0" + place + " 12:00";
      case TIMESTAMPTZ -> "2026-01-0" + place + " 12:00Z";
      case JSONB -> "{\"v\": " + place + "}";
    };
  }

  /** What a text becomes: where the type has room, another value for another text. */
  String of(ColumnType type, String text) {
    String number = "abs(hashtext(" + text + ")::bigint)";
    return type.accept(new ColumnType.Visitor<>() {
      @Override
      public String scalar(Scalar scalar) {
        return "("
            + switch (scalar) {
              case BOOLEAN -> number + " > 1000000000";
              case SMALLINT -> number + " % 30000";
              case INTEGER, BIGINT, REAL, DOUBLE_PRECISION, NUMERIC -> number + " % 1000000";
              case TEXT -> text;
              case UUID -> "md5(" + text + ")";
              case BYTEA -> "convert_to(" + text + ", 'UTF8')";
              case DATE -> "date '2000-01-01' + (" + number + " % 10000)::integer";
              case TIME -> "time '00:00' + make_interval(secs => " + number + " % 86400)";
              case TIMESTAMP, TIMESTAMPTZ ->
                "timestamp '2000-01-01' + make_interval(secs => " + number + ")";
              case JSONB -> "to_jsonb(" + text + ")";
            }
            + ")::"
            + scalar.sql();
      }

      @Override
      public String varchar(ColumnType.Varchar varchar) {
        return "left(md5(" + text + "), " + Math.min(32, varchar.length()) + ")::" + type.sql();
      }

      @Override
      public String numeric(ColumnType.Numeric numeric) {
        return "((" + number + " % 10) * 10::numeric ^ " + -numeric.scale() + ")::" + type.sql();
      }

      @Override
      public String enumerated(ColumnType.Enumerated enumerated) {
        return "(CASE WHEN " + text + " IS NOT NULL THEN " + at(type, 0) + " END)";
      }

      @Override
      public String arrayOf(ColumnType.ArrayOf array) {
        return "ARRAY[" + of(array.element(), text) + "]::" + type.sql();
      }
    });
  }

  private List<String> values(ColumnType.Enumerated enumerated) {
    return schema.enumType(enumerated.type()).map(EnumType::values).orElseThrow();
  }

  static String quoted(String literal) {
    return "'" + literal.replace("'", "''") + "'";
  }
}
