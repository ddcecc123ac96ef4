package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ColumnType;

/** Types as {@code format_type} spells them; NULL for a named one that is not there. */
final class CatalogName implements ColumnType.Visitor<Sql> {
  private final String suffix;

  private CatalogName(String suffix) {
    this.suffix = suffix;
  }

  static Sql of(ColumnType type) {
    return type.accept(new CatalogName(""));
  }

  private Sql literal(String text) {
    return Sql.raw(Sql.literal(text + suffix));
  }

  /** How a name is quoted and qualified is for the server to say. */
  private Sql found(Sql type, String modifiers) {
    String rest = modifiers + suffix;
    return Sql.of(
        "format_type({}, NULL){}", type, Sql.raw(rest.isEmpty() ? "" : " || " + Sql.literal(rest)));
  }

  @Override
  public Sql scalar(ColumnType.Scalar type) {
    return literal(type.printed());
  }

  @Override
  public Sql varchar(ColumnType.Varchar type) {
    return literal("character varying(" + type.length() + ")");
  }

  @Override
  public Sql numeric(ColumnType.Numeric type) {
    return literal("numeric(" + type.precision() + "," + type.scale() + ")");
  }

  @Override
  public Sql sized(ColumnType.Sized type) {
    return literal(type.printed());
  }

  @Override
  public Sql interval(ColumnType.Interval type) {
    return literal(type.sql());
  }

  @Override
  public Sql enumerated(ColumnType.Enumerated type) {
    return found(Sql.findType(type.type()), "");
  }

  @Override
  public Sql named(ColumnType.Named type) {
    return found(Sql.findType(type.name()), type.suffix());
  }

  @Override
  public Sql arrayOf(ColumnType.ArrayOf type) {
    return type.element().accept(new CatalogName("[]"));
  }
}
