package dev.varve.processor.ddl;

import dev.varve.runtime.schema.SchemaObject;
import java.util.List;

/** SQL about views. */
final class ViewDdl {
  private ViewDdl() {}

  static List<Sql> replace(SchemaObject.View view) {
    return List.of(
        Sql.of("""
            CREATE OR REPLACE VIEW {} ({}) AS
            {};
            """, view.name(), view.columns(), Sql.raw(view.select().strip())));
  }

  static List<Sql> drop(SchemaObject.View view) {
    return List.of(Sql.of("DROP VIEW IF EXISTS {};", view.name()));
  }
}
