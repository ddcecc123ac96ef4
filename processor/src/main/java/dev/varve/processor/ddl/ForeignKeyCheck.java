package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Foreign keys that should be there. A temporary table cannot reference a lasting one; but a foreign
 * key has no expressions, so the catalogue is asked for its parts.
 */
final class ForeignKeyCheck {
  private final List<Sql> usual = new ArrayList<>();
  private final List<Sql> unusual = new ArrayList<>();

  private static final String START = """
      SELECT format('constraint %I of %s', name, owner)
      FROM (VALUES
        {}
      ) AS key (owner, name, columns, target, target_columns, on_delete, on_update{})
      WHERE NOT EXISTS (
        SELECT FROM pg_constraint
        WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
          AND confdeltype = on_delete AND confupdtype = on_update
          {}
          AND columns = (
            SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
            WHERE attrelid = conrelid AND attnum = ANY (conkey)
          )
          AND target_columns = (
            SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
            WHERE attrelid = confrelid AND attnum = ANY (confkey)
          )
      )
      """;

  /** Columns of later servers are asked for by their names. */
  private static final Sql TRAITS = Sql.of("""
      AND traits = concat_ws(
        ' ',
        CASE WHEN confmatchtype = 'f' THEN 'MATCH FULL' END,
        CASE WHEN condeferrable THEN 'DEFERRABLE' END,
        CASE WHEN condeferred THEN 'INITIALLY DEFERRED' END,
        CASE WHEN to_jsonb(pg_constraint) ->> 'conenforced' = 'false' THEN 'NOT ENFORCED' END,
        CASE WHEN to_jsonb(pg_constraint) ->> 'conperiod' = 'true' THEN 'PERIOD' END,
        (
          SELECT string_agg(attname, ', ' ORDER BY array_position(confdelsetcols, attnum))
          FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (confdelsetcols)
        ))
      """);

  boolean isEmpty() {
    return usual.isEmpty() && unusual.isEmpty();
  }

  void expect(QualifiedName table, Constraint.ForeignKey key) {
    if (key.traits().equals(Constraint.ForeignKey.Traits.USUAL)) {
      usual.add(Sql.of("({})", row(table, key)));
    } else {
      unusual.add(Sql.of("({}, {})", row(table, key), traits(key)));
    }
  }

  List<Sql> queries() {
    List<Sql> queries = new ArrayList<>();
    if (!usual.isEmpty()) {
      queries.add(Sql.of(
          START,
          Sql.lines(usual),
          Sql.raw(""),
          Sql.raw("AND confmatchtype = 's' AND NOT condeferrable")));
    }
    if (!unusual.isEmpty()) {
      queries.add(Sql.of(START, Sql.lines(unusual), Sql.raw(", traits"), TRAITS));
    }
    return queries;
  }

  private static Sql row(QualifiedName table, Constraint.ForeignKey key) {
    return Sql.of(
        "{}, {}, {}, {}, {}, {}, {}",
        Sql.relation(table),
        key.name().value(),
        names(key.columns()),
        Sql.relation(key.target()),
        names(key.targetColumns()),
        code(key.onDelete()),
        code(key.onUpdate()));
  }

  private static String traits(Constraint.ForeignKey key) {
    List<String> words = new ArrayList<>();
    words.add(key.traits().matchFull() ? "MATCH FULL" : "");
    words.add(key.timing().sql().strip());
    words.add(key.enforced() ? "" : "NOT ENFORCED");
    words.add(key.traits().period() ? "PERIOD" : "");
    words.add(
        key.traits().onDeleteColumns().stream().map(Name::value).collect(Collectors.joining(", ")));
    return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  private static Sql names(List<Name> names) {
    return Sql.array(names.stream().map(Name::value).toList(), "name");
  }

  private static String code(Constraint.Action action) {
    return switch (action) {
      case NO_ACTION -> "a";
      case RESTRICT -> "r";
      case CASCADE -> "c";
      case SET_NULL -> "n";
      case SET_DEFAULT -> "d";
    };
  }
}
