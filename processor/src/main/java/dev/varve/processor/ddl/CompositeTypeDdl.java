package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.CompositeType.Attribute;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** SQL about composite types. */
final class CompositeTypeDdl {
  private static final QualifiedName EXPECTED = QualifiedName.of("pg_temp", "varve_expected");

  private CompositeTypeDdl() {}

  static List<Sql> create(CompositeType type) {
    return List.of(
        ParkedTypeDdl.create("TYPE", type, statement(type.name(), type)),
        Sql.block(Sql.of(
            """
            {}
            IF {} THEN
              RAISE EXCEPTION {};
            END IF;
            DROP TYPE {};
            """,
            statement(EXPECTED, type),
            differs(type, EXPECTED),
            Sql.anotherShape("Type " + type.name()),
            EXPECTED)));
  }

  /** Whether the type is not what is expected, which is there under another name. */
  static Sql differs(CompositeType type, QualifiedName expected) {
    return Sql.of("""
            (
              SELECT count(DISTINCT ARRAY(
                SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
                WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
              ))
              FROM pg_type WHERE oid IN ({}, {})
            ) > 1
            """, Sql.type(type.name()), Sql.type(expected));
  }

  static Sql statement(QualifiedName name, CompositeType type) {
    List<Sql> attributes = type.attributes().stream()
        .map(a -> Sql.of("{} {}", a.name(), ColumnDdl.type(a.type())))
        .toList();
    return Sql.of("CREATE TYPE {} AS ({});", name, attributes);
  }

  static List<Sql> drop(CompositeType type) {
    return List.of(ParkedTypeDdl.drop("TYPE", type, statement(type.name(), type)));
  }

  static List<Sql> rename(Action.RenameAttribute action) {
    QualifiedName type = action.type();
    return List.of(Sql.block(Sql.of(
        """
        IF {} THEN
          IF {} THEN
            RAISE EXCEPTION {};
          END IF;
          {}
        ELSIF NOT {} THEN
          RAISE EXCEPTION {};
        END IF;
        """,
        hasAttribute(type, action.from()),
        hasAttribute(type, action.to()),
        ColumnDdl.bothExist("Attribute", type + "." + action.from(), type + "." + action.to()),
        Sql.statements(List.of(refuseTables(type), renameTo(action))),
        hasAttribute(type, action.to()),
        Sql.anotherShape("Type " + type))));
  }

  /** Without a look at what is there. */
  static Sql renameTo(Action.RenameAttribute action) {
    return Sql.of(
        "ALTER TYPE {}\n  RENAME ATTRIBUTE {} TO {};", action.type(), action.from(), action.to());
  }

  /**
   * A table that somebody made {@code OF} the type would have to follow, which PostgreSQL does only
   * with CASCADE.
   */
  private static Sql refuseTables(QualifiedName type) {
    return Sql.of(
        """
        IF EXISTS (SELECT FROM pg_class WHERE reloftype = {}) THEN
          RAISE EXCEPTION {}, (
            SELECT string_agg(oid::regclass::text, ', ' ORDER BY oid) FROM pg_class
            WHERE reloftype = {}
          );
        END IF;
        """,
        Sql.type(type),
        Sql.raw(Sql.literal("Tables are made of the type " + type.toString().replace("%", "%%")
            + ", and would have to change with it: %. Make them tables of their own (ALTER TABLE"
            + " ... NOT OF), then run the migration again.")),
        Sql.type(type));
  }

  private static Sql hasAttribute(QualifiedName type, Name attribute) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
          WHERE pg_type.oid = {} AND attname = {} AND NOT attisdropped
        )
        """, Sql.type(type), attribute.value());
  }

  /** In place: attributes go, and others come behind all. */
  static List<Sql> change(CompositeType from, CompositeType to) {
    List<Sql> statements = new ArrayList<>();
    for (Attribute attribute : from.attributes()) {
      if (to.attribute(attribute.name()).isEmpty()) {
        statements.add(
            Sql.of("ALTER TYPE {}\n  DROP ATTRIBUTE IF EXISTS {};", to.name(), attribute.name()));
      }
    }
    for (Attribute attribute : to.attributes()) {
      if (from.attribute(attribute.name()).isEmpty()) {
        statements.add(add(to, attribute));
      }
    }
    return statements;
  }

  private static Sql add(CompositeType type, Attribute attribute) {
    return Sql.block(Sql.of(
        """
        IF NOT {} THEN
          ALTER TYPE {}
            ADD ATTRIBUTE {} {};
        END IF;
        """,
        hasAttribute(type.name(), attribute.name()),
        type.name(),
        attribute.name(),
        ColumnDdl.type(attribute.type())));
  }

  /** A new type in the place of the old one, with all values written anew. */
  static List<Sql> rebuild(Action.RebuildType action) {
    CompositeType from = action.from();
    CompositeType to = action.to();
    QualifiedName old =
        to.name().sibling(DerivedName.of("varve_old_" + to.name().name()));
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.move("TYPE", to.name(), old));
    statements.add(ParkedTypeDdl.createOrReturn("TYPE", to, statement(to.name(), to)));
    statements.addAll(converters(from, to, old));
    for (Table table : action.users()) {
      for (Column column : table.columns()) {
        if (column.type().declared().contains(to.id())) {
          statements.add(retype(table, column));
        }
      }
    }
    statements.add(Sql.of("DROP FUNCTION pg_temp.varve_convert({}[]);", old));
    statements.add(Sql.of("DROP FUNCTION pg_temp.varve_convert({});", old));
    statements.add(ParkedTypeDdl.dropOrPark("TYPE", old, from, statement(from.name(), from)));
    return List.of(Sql.block(Sql.of(
        """
        {}
        IF {} THEN
          {}
        END IF;
        DROP TYPE {};
        """,
        statement(EXPECTED, to),
        differs(to, EXPECTED),
        Sql.statements(statements),
        EXPECTED)));
  }

  /** Values are assigned as in an INSERT: a cast would cut what is too long. */
  private static List<Sql> converters(CompositeType from, CompositeType to, QualifiedName old) {
    List<Sql> parts = to.attributes().stream()
        .map(now -> from.attribute(now.name())
            .map(before -> Casts.isAssigned(before.type(), now.type())
                ? Sql.of("($1).{}", now.name())
                : Sql.of("($1).{}::{}", now.name(), ColumnDdl.type(now.type())))
            .orElse(Sql.of("NULL::{}", ColumnDdl.type(now.type()))))
        .toList();
    return List.of(Sql.of("""
            CREATE FUNCTION pg_temp.varve_convert({}) RETURNS {} LANGUAGE sql STRICT
              BEGIN ATOMIC
                SELECT {};
              END;
            """, old, to.name(), parts), Sql.of("""
            CREATE FUNCTION pg_temp.varve_convert({}[]) RETURNS {}[] LANGUAGE sql STRICT
              RETURN CASE array_ndims($1)
                WHEN 2 THEN ARRAY(
                  SELECT ARRAY(
                    SELECT pg_temp.varve_convert($1[i][j])
                    FROM generate_subscripts($1, 2) AS j ORDER BY j
                  )
                  FROM generate_subscripts($1, 1) AS i ORDER BY i
                )
                ELSE ARRAY(
                  SELECT pg_temp.varve_convert($1[i])
                  FROM generate_subscripts($1, 1) AS i ORDER BY i
                )
              END;
            """, old, to.name()));
  }

  private static Sql retype(Table table, Column column) {
    List<Sql> parts = new ArrayList<>();
    if (column.defaultValue() instanceof Default.Expression) {
      parts.add(Sql.of("ALTER COLUMN {} DROP DEFAULT", column.name()));
    }
    parts.add(Sql.of(
        "ALTER COLUMN {} TYPE {} USING pg_temp.varve_convert({})",
        column.name(),
        ColumnDdl.type(column.type()),
        column.name()));
    if (column.defaultValue() instanceof Default.Expression value) {
      parts.add(Sql.of("ALTER COLUMN {} SET DEFAULT {}", column.name(), Sql.raw(value.sql())));
    }
    return Sql.of("ALTER TABLE {}\n  {};", table.name(), Sql.lines(parts));
  }
}
