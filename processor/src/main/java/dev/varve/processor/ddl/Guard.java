package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that an object which was there already is the one described.
 *
 * <p>PostgreSQL keeps expressions in a form of its own, which only the server can make. So the check
 * builds what is expected as a temporary table, and compares the two in the catalogue.
 */
final class Guard {
  private static final Sql EXPECTED = Sql.raw("pg_temp.varve_expected");

  private Guard() {}

  /** The table has these columns, keys and checks, and no others. */
  static Sql sameTable(Table table) {
    List<Sql> parts = new ArrayList<>(table.columns().stream().map(ColumnDdl::definition).toList());
    table.constraints().stream().map(ConstraintDdl::definition).forEach(parts::add);
    return Sql.block(
        Sql.of(
            """
            CREATE TEMP TABLE varve_expected (
              {}
            );
            IF EXISTS (
              {}
            ) OR EXISTS (
              {}
            ) THEN
              RAISE EXCEPTION {};
            END IF;
            DROP TABLE {};
            """,
            Sql.wrapped(parts),
            columns(table.name(), Sql.raw("a.attnum > 0 AND NOT a.attisdropped"), true),
            constraints(table.name(), Sql.raw("c.contype IN ('p', 'u', 'c')")),
            another("Table " + table.name()),
            EXPECTED));
  }

  /**
   * The table has this column.
   *
   * @param settled whether default and NOT NULL count
   */
  static Sql sameColumn(Name table, Column column, boolean settled) {
    return Sql.block(
        Sql.of(
            """
            CREATE TEMP TABLE varve_expected ({});
            IF EXISTS (
              {}
            ) THEN
              RAISE EXCEPTION {};
            END IF;
            DROP TABLE {};
            """,
            ColumnDdl.definition(column),
            columns(table, Sql.of("a.attname = {}", column.name().value()), settled),
            another("Column " + table + "." + column.name()),
            EXPECTED));
  }

  private static Sql columns(Name table, Sql which, boolean settled) {
    return Sql.of(
        """
        SELECT FROM pg_attribute a
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid IN ({}, '{}'::regclass)
          AND {}
        GROUP BY a.attname, a.atttypid, a.atttypmod{}
        HAVING count(*) <> 2
        """,
        Sql.relation(table),
        EXPECTED,
        which,
        Sql.raw(
            settled
                ? ", a.attnotnull, a.attidentity,\n  pg_get_expr(d.adbin, d.adrelid)"
                : ""));
  }

  private static Sql constraints(Name table, Sql which) {
    return Sql.of(
        """
        SELECT FROM pg_constraint c
        WHERE c.conrelid IN ({}, '{}'::regclass)
          AND {}
        GROUP BY c.conname, replace(pg_get_constraintdef(c.oid), ' NOT VALID', '')
        HAVING count(*) <> 2
        """,
        Sql.relation(table),
        EXPECTED,
        which);
  }

  /** The table has this key or check. */
  static Sql sameConstraint(Name table, Constraint constraint) {
    return Sql.block(
        Sql.of(
            """
            CREATE TEMP TABLE varve_expected (
              LIKE {},
              {}
            );
            IF EXISTS (
              {}
            ) THEN
              RAISE EXCEPTION {};
            END IF;
            DROP TABLE {};
            """,
            table,
            ConstraintDdl.definition(constraint),
            constraints(table, Sql.of("c.conname = {}", constraint.name().value())),
            another("Constraint " + constraint.name() + " of " + table),
            EXPECTED));
  }

  /** The table has this index, and it is valid. */
  static Sql sameIndex(Name table, Index index) {
    return Sql.block(
        Sql.of(
            """
            CREATE TEMP TABLE varve_expected (LIKE {});
            CREATE {} ON {} {};
            IF EXISTS (
              SELECT FROM pg_index i
              WHERE i.indrelid = '{}'::regclass
                OR (i.indrelid = {} AND i.indexrelid = {})
              GROUP BY i.indisunique, i.indisvalid,
                substring(pg_get_indexdef(i.indexrelid) FROM ' USING .*')
              HAVING count(*) <> 2
            ) THEN
              RAISE EXCEPTION {};
            END IF;
            DROP TABLE {};
            """,
            table,
            Sql.raw(index.unique() ? "UNIQUE INDEX" : "INDEX"),
            EXPECTED,
            IndexDdl.keys(index),
            EXPECTED,
            Sql.relation(table),
            Sql.findRelation(index.name()),
            Sql.message(
                "Index "
                    + index.name()
                    + " of "
                    + table
                    + " exists, but is invalid or another one. Run DROP INDEX CONCURRENTLY "
                    + index.name().quoted()
                    + "; then run this migration again."),
            EXPECTED));
  }

  /** The text when something is there, but not as described. */
  static Sql another(String what) {
    return Sql.message(
        what
            + " exists in another shape than this migration makes. Rename, drop or change it; then"
            + " run the migration again.");
  }
}
