package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A built-in type as {@code format_type} prints it. */
final class PrintedType {
  private static final Pattern VARCHAR = Pattern.compile("character varying\\((\\d+)\\)");
  private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

  private static final Map<String, ColumnType> SCALARS = Map.ofEntries(
      Map.entry("boolean", Scalar.BOOLEAN),
      Map.entry("smallint", Scalar.SMALLINT),
      Map.entry("integer", Scalar.INTEGER),
      Map.entry("bigint", Scalar.BIGINT),
      Map.entry("real", Scalar.REAL),
      Map.entry("double precision", Scalar.DOUBLE_PRECISION),
      Map.entry("numeric", Scalar.NUMERIC),
      Map.entry("text", Scalar.TEXT),
      Map.entry("uuid", Scalar.UUID),
      Map.entry("bytea", Scalar.BYTEA),
      Map.entry("date", Scalar.DATE),
      Map.entry("time without time zone", Scalar.TIME),
      Map.entry("timestamp without time zone", Scalar.TIMESTAMP),
      Map.entry("timestamp with time zone", Scalar.TIMESTAMPTZ),
      Map.entry("jsonb", Scalar.JSONB));

  private PrintedType() {}

  /** The type, if the model has it. */
  static Optional<ColumnType> parse(String printed) {
    Matcher varchar = VARCHAR.matcher(printed);
    if (varchar.matches()) {
      return Optional.of(new ColumnType.Varchar(Integer.parseInt(varchar.group(1))));
    }
    Matcher numeric = NUMERIC.matcher(printed);
    if (numeric.matches()) {
      return Optional.of(new ColumnType.Numeric(
          Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(2))));
    }
    return Optional.ofNullable(SCALARS.get(printed));
  }
}
