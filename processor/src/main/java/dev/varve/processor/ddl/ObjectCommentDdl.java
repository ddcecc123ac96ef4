package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Locale;

/** SQL about comments on anything but tables and their columns. */
final class ObjectCommentDdl {
  private ObjectCommentDdl() {}

  static List<Sql> set(ObjectComment comment) {
    return List.of(Sql.of("COMMENT ON {} IS {};", target(comment), comment.text()));
  }

  /** Nothing to do if what it was on is gone already. */
  static List<Sql> remove(ObjectComment comment) {
    return List.of(Sql.block(Sql.of("""
        IF {} THEN
          {}
        END IF;
        """, exists(comment), removal(comment))));
  }

  private static Sql removal(ObjectComment comment) {
    // An extension brings one along, which it has again then.
    return switch (comment.kind()) {
      case EXTENSION ->
        Sql.of(
            """
            EXECUTE format({}, (
              SELECT comment FROM pg_available_extensions WHERE quote_ident(name) = {}
            ));
            """,
            "COMMENT ON " + target(comment).text().replace("%", "%%") + " IS %L",
            comment.name());
      default -> Sql.of("COMMENT ON {} IS NULL;", target(comment));
    };
  }

  private static Sql target(ObjectComment comment) {
    Sql name = Sql.raw(comment.name());
    return switch (comment.kind()) {
      case NAMESPACE -> Sql.of("SCHEMA {}", name);
      case ENUM, COMPOSITE_TYPE -> Sql.of("TYPE {}", name);
      case COLUMN -> Sql.of("COLUMN {}.{}", comment.table().orElseThrow(), name);
      case INDEX -> Sql.of("INDEX {}{}", schema(comment), name);
      case CONSTRAINT, TRIGGER, POLICY ->
        Sql.of("{} {} ON {}", words(comment), name, comment.table().orElseThrow());
      default -> Sql.of("{} {}", words(comment), name);
    };
  }

  private static Sql words(ObjectComment comment) {
    return Sql.raw(comment.kind().words().toUpperCase(Locale.ROOT));
  }

  /** An index lives where its table does. */
  private static Sql schema(ObjectComment comment) {
    return Sql.raw(comment
        .table()
        .flatMap(QualifiedName::schema)
        .map(schema -> schema.quoted() + ".")
        .orElse(""));
  }

  private static Sql exists(ObjectComment comment) {
    String name = comment.name();
    return switch (comment.kind()) {
      case NAMESPACE -> found("to_regnamespace", name);
      case ROUTINE -> found("to_regprocedure", RoutineTypes.of(name));
      case ENUM, DOMAIN, COMPOSITE_TYPE -> found("to_regtype", name);
      case INDEX -> found("to_regclass", schema(comment).text() + name);
      case EXTENSION ->
        Sql.of("EXISTS (SELECT FROM pg_extension WHERE quote_ident(extname) = {})", name);
      case COLUMN -> part("pg_attribute", "attrelid", "attname", comment);
      case CONSTRAINT -> part("pg_constraint", "conrelid", "conname", comment);
      case TRIGGER -> part("pg_trigger", "tgrelid", "tgname", comment);
      case POLICY -> part("pg_policy", "polrelid", "polname", comment);
      default -> found("to_regclass", name);
    };
  }

  private static Sql found(String function, String name) {
    return Sql.of("{}({}) IS NOT NULL", Sql.raw(function), name);
  }

  private static Sql part(String catalog, String relation, String name, ObjectComment comment) {
    return Sql.of(
        "EXISTS (SELECT FROM {} WHERE {} = {} AND quote_ident({}) = {})",
        Sql.raw(catalog),
        Sql.raw(relation),
        Sql.findRelation(comment.table().orElseThrow()),
        Sql.raw(name),
        comment.name());
  }
}
