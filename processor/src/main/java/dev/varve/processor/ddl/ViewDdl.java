package dev.varve.processor.ddl;

import dev.varve.runtime.schema.View;
import java.util.List;

/** SQL about views. */
final class ViewDdl {
  private ViewDdl() {}

  static List<Sql> replace(View view) {
    return List.of(
        Sql.of("""
            CREATE OR REPLACE VIEW {} ({}) AS
            {};
            """, view.name(), view.columns(), Sql.raw(view.select().strip())));
  }

  static List<Sql> drop(View view) {
    return List.of(Sql.of("DROP VIEW IF EXISTS {};", view.name()));
  }
}
