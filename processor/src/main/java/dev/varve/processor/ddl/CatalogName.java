package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ColumnType;
import java.util.Map;

/** Types as {@code format_type} spells them, as a literal; NULL for an enum that is not there. */
final class CatalogName implements ColumnType.Visitor<String> {
  private static final Map<ColumnType.Scalar, String> LONG = Map.of(
      ColumnType.Scalar.TIME, "time without time zone",
      ColumnType.Scalar.TIMESTAMP, "timestamp without time zone",
      ColumnType.Scalar.TIMESTAMPTZ, "timestamp with time zone");

  private CatalogName() {}

  static Sql of(ColumnType type) {
    if (type instanceof ColumnType.Enumerated enumerated) {
      // How a name is quoted and qualified is for the server to say.
      return Sql.of("format_type({}, NULL)", Sql.findType(enumerated.type()));
    }
    if (type instanceof ColumnType.ArrayOf array
        && array.element() instanceof ColumnType.Enumerated enumerated) {
      return Sql.of("format_type({}, NULL) || '[]'", Sql.findType(enumerated.type()));
    }
    return Sql.raw(Sql.literal(type.accept(new CatalogName())));
  }

  @Override
  public String scalar(ColumnType.Scalar type) {
    return LONG.getOrDefault(type, type.sql());
  }

  @Override
  public String varchar(ColumnType.Varchar type) {
    return "character varying(" + type.length() + ")";
  }

  @Override
  public String numeric(ColumnType.Numeric type) {
    return "numeric(" + type.precision() + "," + type.scale() + ")";
  }

  @Override
  public String enumerated(ColumnType.Enumerated type) {
    return type.sql();
  }

  @Override
  public String arrayOf(ColumnType.ArrayOf type) {
    return type.element().accept(this) + "[]";
  }
}
