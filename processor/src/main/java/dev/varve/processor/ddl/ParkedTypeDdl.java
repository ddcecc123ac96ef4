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

  static Sql create(String kind, Renameable type, Sql statement) {
    return Sql.block(Sql.of("""
        IF {} IS NULL THEN
          {}
        END IF;
        """, Sql.findType(type.name()), createOrReturn(kind, type, statement)));
  }

  /** Where a parked one waits, that comes back. */
  static Sql createOrReturn(String kind, Renameable type, Sql statement) {
    return Sql.of(
        """
        IF {} IS NOT NULL THEN
          {}
        ELSE
          {}
        END IF;
        """,
        Sql.findType(parked(type, statement)),
        Sql.move(kind, parked(type, statement), type.name()),
        statement);
  }

  static Sql drop(String kind, Renameable type, Sql definition) {
    return Sql.block(
        Sql.of("""
        IF {} IS NOT NULL THEN
          {}
        END IF;
        """, Sql.findType(type.name()), dropOrPark(kind, type.name(), type, definition)));
  }

  /**
   * Nothing else than parked columns may have it: PostgreSQL refuses then.
   *
   * @param now the name that it has by now
   */
  static Sql dropOrPark(String kind, QualifiedName now, Renameable type, Sql definition) {
    return Sql.of(
        """
        IF {} THEN
          {}
        ELSE
          DROP {} {};
        END IF;
        """, isParked(now), Sql.move(kind, now, parked(type, definition)), Sql.raw(kind), now);
  }

  /** Whether something parked has the type, or an array of it. */
  static Sql isParked(QualifiedName type) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute
          JOIN pg_class ON pg_class.oid = attrelid
          JOIN pg_type ON pg_type.oid = atttypid
          WHERE {} IN (pg_type.oid, typelem) AND NOT attisdropped
            AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
        )
        """, Sql.type(type));
  }
}
