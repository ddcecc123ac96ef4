package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Namespace;
import java.util.List;

/** SQL about what PostgreSQL calls schemas. */
final class NamespaceDdl {
  private NamespaceDdl() {}

  static List<Sql> create(Namespace namespace) {
    return List.of(Sql.of("CREATE SCHEMA IF NOT EXISTS {};", namespace.name()));
  }

  /** It stays while it holds anything, such as a parked table. */
  static List<Sql> drop(Namespace namespace) {
    return List.of(Sql.block(
        Sql.of("""
                IF EXISTS (SELECT FROM pg_namespace WHERE nspname = {})
                    AND NOT EXISTS (
                      SELECT FROM pg_depend
                      WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace({})
                    ) THEN
                  DROP SCHEMA {};
                END IF;
                """, namespace.name().value(), namespace.name().quoted(), namespace.name())));
  }
}
