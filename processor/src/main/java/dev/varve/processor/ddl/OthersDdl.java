package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;

/** SQL about what others put on a table, of which the model does not know. */
final class OthersDdl {
  private OthersDdl() {}

  /**
   * Statements that give columns another enum of the same name, with what names the old one out of
   * their way: indexes, checks, exclusions and defaults of others, also of single partitions.
   * PostgreSQL would carry them over, but keeps comparing with the old enum.
   *
   * @param old the name that the old enum has by now, as text
   * @param computed columns that the statements make anew, with which PostgreSQL drops what is there
   */
  static Sql aside(
      List<QualifiedName> tables,
      Sql old,
      QualifiedName type,
      List<Name> computed,
      List<Sql> statements) {
    Sql orComputed = computed.isEmpty()
        ? Sql.raw("")
        : Sql.of("""
             OR EXISTS (
              SELECT FROM pg_depend
              JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
              WHERE objid = other.oid AND attname = ANY ({})
            )
            """, Sql.array(computed.stream().map(Name::value).toList(), "name"));
    return Sql.of(
        """
        -- What others put there with a value of the old enum goes, and comes again.
        DECLARE
          old text := {};
          others text[] := '{}';
          other record;
        BEGIN
          FOR other IN
            WITH part AS (
              SELECT * FROM unnest(ARRAY[{}]) AS oid
              UNION
              SELECT relid FROM unnest(ARRAY[{}]) AS oid, pg_partition_tree(oid)
            )
            SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
              replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
            FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
            WHERE NOT relispartition
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
            UNION ALL
            SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
              format('ALTER TABLE %s ADD CONSTRAINT %I %s',
                part.oid, conname, pg_get_constraintdef(c.oid))
            FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
            UNION ALL
            SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
              format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
                part.oid, attname, pg_get_expr(adbin, adrelid))
            FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
            JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
          LOOP
            IF position(old IN other.made) > 0{} THEN
              EXECUTE other.gone;
              others := others || replace(other.made, old, {}::text);
            END IF;
          END LOOP;
          {}
          FOR other IN SELECT unnest(others) AS made LOOP
            EXECUTE other.made;
          END LOOP;
        END;
        """,
        old,
        Sql.raw("{}"),
        relations(tables),
        relations(tables),
        orComputed,
        Sql.type(type),
        Sql.statements(statements));
  }

  private static List<Sql> relations(List<QualifiedName> tables) {
    return tables.stream().map(Sql::relation).toList();
  }
}
