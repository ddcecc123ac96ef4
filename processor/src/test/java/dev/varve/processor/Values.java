package dev.varve.processor;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

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
      public String sized(ColumnType.Sized sized) {
        String text = switch (sized.kind()) {
          case CHAR -> "" + place;
          case BIT -> "0".repeat(sized.size() - 1) + place % 2;
          case VARBIT -> "" + place % 2;
          case TIME, TIMETZ -> text(Scalar.TIME, place);
          case TIMESTAMP, TIMESTAMPTZ -> text(Scalar.TIMESTAMP, place);
        };
        return quoted(text) + "::" + sized.sql();
      }

      @Override
      public String interval(ColumnType.Interval interval) {
        return quoted(text(Scalar.INTERVAL, place)) + "::" + interval.sql();
      }

      @Override
      public String named(ColumnType.Named named) {
        return schema
                .named(ObjectKind.COMPOSITE_TYPE, named.name())
                .map(type -> ((CompositeType) type)
                    .attributes().stream()
                        .map(attribute -> at(attribute.type(), place))
                        .collect(Collectors.joining(", ", "ROW(", ")")))
                // A text that is an address, a label and a pair, too.
                .orElseGet(() -> switch (named.sql()) {
                  case "hstore" -> quoted("v=>" + place);
                  case "email" -> quoted("v@" + place);
                  default -> quoted("v" + place);
                })
            + "::" + named.sql();
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
      case MONEY -> place + ".50";
      case TEXT, VARCHAR, BPCHAR, NAME -> "v" + place;
      case UUID -> "00000000-0000-0000-0000-00000000000" + place;
      case BYTEA -> "\\x0" + place;
      case VARBIT -> Integer.toBinaryString(place);
      case DATE -> "2026-01-0" + place;
      case TIME, TIMETZ -> "0" + place + ":00";
      case TIMESTAMP -> "2026-01-0" + place + " 12:00";
      case TIMESTAMPTZ -> "2026-01-0" + place + " 12:00Z";
      case INTERVAL -> place + " years " + place + " days 00:00:0" + place;
      case JSON, JSONB -> "{\"v\": " + place + "}";
      case JSONPATH -> "$.v" + place;
      case XML -> "<v>" + place + "</v>";
      case INET, CIDR -> "10.0.0." + place;
      case MACADDR -> "08:00:2b:01:02:0" + place;
      case MACADDR8 -> "08:00:2b:01:02:03:04:0" + place;
      case TSVECTOR, TSQUERY -> "v" + place;
      case POINT -> "(1," + place + ")";
      case LINE -> "{1,2," + place + "}";
      case LSEG, BOX, PATH, POLYGON -> "(1,2),(3," + place + ")";
      case CIRCLE -> "<(1,2)," + place + ">";
      case OID, XID8 -> "" + place;
      case PG_LSN -> "0/" + place;
      case PG_SNAPSHOT -> place + ":" + place + ":";
      case INT4RANGE, INT8RANGE, NUMRANGE -> "[0," + place + "]";
      case TSRANGE, TSTZRANGE, DATERANGE -> "[2026-01-0" + place + ",)";
      case INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE -> "{[0," + place + "]}";
      case TSMULTIRANGE, TSTZMULTIRANGE, DATEMULTIRANGE -> "{[2026-01-0" + place + ",)}";
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
              case INTEGER, BIGINT, REAL, DOUBLE_PRECISION, NUMERIC, OID -> number + " % 1000000";
              case MONEY -> "(" + number + " % 1000000)::numeric";
              case TEXT, VARCHAR, BPCHAR, NAME -> text;
              case UUID -> "md5(" + text + ")";
              case BYTEA -> "convert_to(" + text + ", 'UTF8')";
              case VARBIT -> number + "::bit(64)";
              case DATE -> "date '2000-01-01' + (" + number + " % 10000)::integer";
              case TIME, TIMETZ -> "time '00:00' + make_interval(secs => " + number + " % 86400)";
              case TIMESTAMP, TIMESTAMPTZ ->
                "timestamp '2000-01-01' + make_interval(secs => " + number + ")";
              case INTERVAL -> "make_interval(secs => " + number + ")";
              case JSON -> "to_json(" + text + ")";
              case JSONB -> "to_jsonb(" + text + ")";
              case JSONPATH -> "'$.\"' || md5(" + text + ") || '\"'";
              case XML -> "'<v>' || md5(" + text + ") || '</v>'";
              case INET, CIDR -> "inet '10.0.0.0' + " + number + " % 1000000";
              case MACADDR -> "left(md5(" + text + "), 12)";
              case MACADDR8 -> "left(md5(" + text + "), 16)";
              case TSVECTOR, TSQUERY -> "md5(" + text + ")";
              case POINT -> "point(0, " + number + ")";
              case LINE -> "'{1,2,' || " + number + " || '}'";
              case LSEG, BOX, PATH, POLYGON -> "'(1,2),(3,' || " + number + " || ')'";
              case CIRCLE -> "'<(1,2),' || " + number + " || '>'";
              case XID8 -> "(" + number + ")::text";
              case PG_LSN -> "'0/' || to_hex(" + number + ")";
              case PG_SNAPSHOT -> "'1:' || (1 + " + number + ") || ':'";
              case INT4RANGE, INT8RANGE, NUMRANGE -> "'[0,' || " + number + " || ']'";
              case INT4MULTIRANGE, INT8MULTIRANGE, NUMMULTIRANGE ->
                "'{[0,' || " + number + " || ']}'";
              case TSRANGE, TSTZRANGE, DATERANGE ->
                "'[' || (date '2000-01-01' + (" + number + " % 10000)::integer) || ',)'";
              case TSMULTIRANGE, TSTZMULTIRANGE, DATEMULTIRANGE ->
                "'{[' || (date '2000-01-01' + (" + number + " % 10000)::integer) || ',)}'";
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
      public String sized(ColumnType.Sized sized) {
        return "("
            + switch (sized.kind()) {
              case CHAR -> "left(md5(" + text + "), " + Math.min(32, sized.size()) + ")";
              case BIT, VARBIT -> number + "::bit(" + Math.min(64, sized.size()) + ")";
              case TIME, TIMETZ -> of(Scalar.TIME, text);
              case TIMESTAMP, TIMESTAMPTZ -> of(Scalar.TIMESTAMP, text);
            }
            + ")::"
            + sized.sql();
      }

      @Override
      public String interval(ColumnType.Interval interval) {
        return of(Scalar.INTERVAL, text) + "::" + interval.sql();
      }

      @Override
      public String named(ColumnType.Named named) {
        return "(CASE WHEN " + text + " IS NOT NULL THEN " + at(named, 1) + " END)";
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
