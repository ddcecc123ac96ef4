package dev.varve.processor.ddl;

import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;

/** Domains and composite types, which stay under another name while parked columns have them. */
final class ParkedTypeDdl {
  private ParkedTypeDdl() {}

  /** Another definition is another type: the name may be used again while one of it is parked. */
  private static QualifiedName parked(Renameable type, Sql definition) {
    QualifiedName name = type.name();
    String hash = DerivedName.hash(type.id() + "/" + definition.text());
    return name.sibling(DerivedName.of("varve_parked_" + hash + "_" + name.name()));
  }

  /** Where a parked one waits, that comes back. */
  static Sql create(String kind, Renameable type, Sql statement) {
    return Sql.block(Sql.of(
        """
        IF {} IS NULL THEN
          IF {} IS NOT NULL THEN
            {}
          ELSE
            {}
          END IF;
        END IF;
        """,
        Sql.findType(type.name()),
        Sql.findType(parked(type, statement)),
        Sql.move(kind, parked(type, statement), type.name()),
        statement));
  }

  /** Nothing else than parked columns may have it: PostgreSQL refuses then. */
  static Sql drop(String kind, Renameable type, Sql definition) {
    return Sql.block(Sql.of(
        """
        IF EXISTS (
          SELECT FROM pg_attribute
          JOIN pg_class ON pg_class.oid = attrelid
          JOIN pg_type ON pg_type.oid = atttypid
          WHERE {} IN (pg_type.oid, typelem)
            AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
        ) THEN
          {}
        ELSE
          DROP {} IF EXISTS {};
        END IF;
        """,
        Sql.findType(type.name()),
        Sql.move(kind, type.name(), parked(type, definition)),
        Sql.raw(kind),
        type.name()));
  }
}
