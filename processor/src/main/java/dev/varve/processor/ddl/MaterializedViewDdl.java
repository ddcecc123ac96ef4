package dev.varve.processor.ddl;

import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;

/** SQL about materialized views; their indexes are written as those of tables are. */
final class MaterializedViewDdl {
  private MaterializedViewDdl() {}

  /** PostgreSQL replaces none; one that is there must be the one that is meant. */
  static List<Sql> create(MaterializedView view) {
    QualifiedName expected = QualifiedName.of("pg_temp", "varve_expected");
    return List.of(
        Sql.block(Sql.of(
            """
            IF {} IS NULL THEN
              CREATE MATERIALIZED VIEW {} ({}) AS
              {}{};
            ELSE
              CREATE TEMP VIEW varve_expected ({}) AS
              {};
              IF pg_get_viewdef({}) IS DISTINCT FROM pg_get_viewdef({}) THEN
                RAISE EXCEPTION {};
              END IF;
              DROP VIEW {};
            END IF;
            """,
            Sql.findRelation(view.name()),
            view.name(),
            ViewDdl.names(view.columns()),
            ViewDdl.select(view.select()),
            Sql.raw(view.populated() ? "" : "\nWITH NO DATA"),
            ViewDdl.names(view.columns()),
            ViewDdl.select(view.select()),
            Sql.relation(view.name()),
            Sql.relation(expected),
            Sql.anotherShape("Materialized view " + view.name()),
            expected)),
        ViewDdl.checkTypes("Materialized view", view.name(), view.columns()));
  }

  static List<Sql> drop(MaterializedView view) {
    return List.of(ViewDdl.dropIf("m", "MATERIALIZED VIEW", view.name()));
  }
}
