package dev.varve.processor.ddl;

import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.View;
import dev.varve.runtime.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;

/** SQL about views. */
final class ViewDdl {
  private ViewDdl() {}

  static List<Sql> replace(View view) {
    return List.of(
        Sql.of(
            """
            CREATE OR REPLACE VIEW {} ({}){} AS
            {}{};
            """,
            view.name(),
            names(view.columns()),
            options(view.options()),
            select(view.select()),
            check(view.options().check())),
        checkTypes("View", view.name(), view.columns()));
  }

  /** A relation of another kind may have the name by now. */
  static List<Sql> drop(View view) {
    return List.of(dropIf("v", "VIEW", view.name()));
  }

  static Sql dropIf(String kind, String words, QualifiedName name) {
    return Sql.block(Sql.of("""
            IF {} THEN
              DROP {} {};
            END IF;
            """, isOf(kind, name), Sql.raw(words), name));
  }

  /** For a while the one reads the other, which has to go first when the script runs again. */
  static Sql dropIfReads(SchemaObject view, QualifiedName read) {
    boolean materialized = view instanceof MaterializedView;
    return Sql.block(Sql.of(
        """
            IF EXISTS (
              SELECT FROM pg_depend
              JOIN pg_rewrite ON classid = 'pg_rewrite'::regclass AND pg_rewrite.oid = objid
              WHERE refobjid = {} AND ev_class = {}
            ) THEN
              DROP {} {};
            END IF;
            """,
        Sql.findRelation(read),
        Sql.findRelation(((Renameable) view).name()),
        Sql.raw(materialized ? "MATERIALIZED VIEW" : "VIEW"),
        ((Renameable) view).name()));
  }

  /** Whether there is a relation of this kind and name. */
  static Sql isOf(String kind, QualifiedName name) {
    return Sql.of(
        "EXISTS (SELECT FROM pg_class WHERE oid = {} AND relkind = {})",
        Sql.findRelation(name),
        kind);
  }

  static List<?> names(List<ViewColumn> columns) {
    return columns.stream().map(ViewColumn::name).toList();
  }

  /** As the user wrote it; a comment at its end must end there. */
  static Sql select(String text) {
    String last = text.substring(text.lastIndexOf('\n') + 1);
    return Sql.raw(last.contains("--") ? text + "\n" : text);
  }

  private static Sql options(View.Options options) {
    List<String> on = new ArrayList<>();
    if (options.securityBarrier()) {
      on.add("security_barrier");
    }
    if (options.securityInvoker()) {
      on.add("security_invoker");
    }
    return Sql.raw(on.isEmpty() ? "" : " WITH (" + String.join(", ", on) + ")");
  }

  private static Sql check(View.CheckOption check) {
    return Sql.raw(check == View.CheckOption.NONE ? "" : "\nWITH " + check + " CHECK OPTION");
  }

  /**
   * What PostgreSQL makes of the select must be what the record reads. All kinds of text are
   * strings.
   */
  static Sql checkTypes(String what, QualifiedName name, List<ViewColumn> columns) {
    List<Sql> expected = columns.stream()
        .map(column ->
            Sql.of("({}, {}::regtype)", column.name().value(), column.type().sql()))
        .toList();
    return Sql.block(
        Sql.raw("differing text;"),
        Sql.of("""
            SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
            INTO differing
            FROM (VALUES
              {}
            ) AS expected (name, type)
            JOIN pg_attribute ON attrelid = {} AND attname = name
            JOIN pg_type AS actual ON actual.oid = atttypid
            WHERE atttypid <> type
              AND NOT (type = 'text'::regtype AND typcategory = 'S');
            IF differing IS NOT NULL THEN
              RAISE EXCEPTION '% gives another type than the record reads: %. '
                'Cast in the select, or change the component.', {}, differing;
            END IF;
            """, Sql.wrapped(expected), Sql.relation(name), what + " " + name));
  }
}
