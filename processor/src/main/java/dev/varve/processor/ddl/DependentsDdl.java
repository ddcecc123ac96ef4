package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A look for views of others. PostgreSQL refuses too, but does not say what to do. */
final class DependentsDdl {
  private DependentsDdl() {}

  static List<Sql> refuse(Action.RefuseDependents action) {
    List<Sql> touched = new ArrayList<>();
    if (!action.relations().isEmpty()) {
      touched.add(Sql.of("d.refobjid = ANY ({})", oids(action.relations())));
    }
    Map<QualifiedName, List<String>> columns = new TreeMap<>();
    for (ColumnName column : action.columns()) {
      columns
          .computeIfAbsent(column.table(), table -> new ArrayList<>())
          .add(column.column().value());
    }
    columns.forEach((table, names) -> touched.add(Sql.of(
        "(a.attrelid = {} AND a.attname = ANY ({}))",
        Sql.findRelation(table),
        Sql.array(names.stream().sorted().toList(), "name"))));
    return List.of(Sql.block(
        Sql.raw("dependents text;"),
        Sql.of(
            """
            SELECT string_agg(DISTINCT v.oid::regclass::text, ', ') INTO dependents
            FROM pg_depend AS d
            JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
            JOIN pg_class AS v ON v.oid = r.ev_class AND v.oid <> d.refobjid
            LEFT JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.refclassid = 'pg_class'::regclass
              AND coalesce(v.oid <> ALL (array_remove({}, NULL)), true)
              AND (
                {}
              );
            IF dependents IS NOT NULL THEN
              RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
                'Drop them, migrate and make them again; or describe them as records with @View.',
                dependents;
            END IF;
            """,
            oids(action.known()),
            Sql.raw(String.join("\nOR ", touched.stream().map(Sql::text).toList())))));
  }

  private static Sql oids(List<QualifiedName> relations) {
    return Sql.of("ARRAY[{}]::oid[]", relations.stream().map(Sql::findRelation).toList());
  }
}
