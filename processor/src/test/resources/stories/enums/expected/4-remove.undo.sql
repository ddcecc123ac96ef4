-- U4__rename_normal_to_varve_gone_normal_and_5_more
--
-- The way back from V4__rename_normal_to_varve_gone_normal_and_5_more.
-- Renames value NORMAL of enum level to MEDIUM.
-- Adds value NORMAL to enum level.
-- Adds value NONE to enum level.
-- Changes the default of column tasks.mood.
-- Orders enum level as NONE, HIGH, MEDIUM, NORMAL, LOW.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V4__rename_normal_to_varve_gone_normal_and_5_more.json has its checksum.

-- varve:step transaction

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: none on a table.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_normal_to_varve_gone_normal_and_5_more_45926554_enums') THEN
    -- Enum level: MEDIUM renamed from NORMAL.
    ALTER TYPE level
      RENAME VALUE 'NORMAL' TO 'MEDIUM';
    DELETE FROM varve_marks WHERE mark = 'rename_normal_to_varve_gone_normal_and_5_more_45926554_enums';
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: new value NORMAL, NONE.
-- Lock: none on a table.
ALTER TYPE level
  ADD VALUE IF NOT EXISTS 'NONE' BEFORE 'HIGH';
ALTER TYPE level
  ADD VALUE IF NOT EXISTS 'NORMAL' BEFORE 'LOW';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'level'::regtype
  ) <> ARRAY['NORMAL', 'LOW', 'NONE', 'HIGH', 'MEDIUM']::text[] AND (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'level'::regtype
  ) <> ARRAY['NONE', 'HIGH', 'MEDIUM', 'NORMAL', 'LOW']::text[] THEN
    RAISE EXCEPTION 'Enum level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Task.mood: new default.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
ALTER TABLE tasks
  ALTER COLUMN mood SET DEFAULT 'NORMAL';

-- Views that are not of the model stop this: they would have to go for a while.
-- Lock: none on a table.
DO $varve$
DECLARE
  dependents text;
BEGIN
  SELECT string_agg(DISTINCT v.oid::regclass::text, ', ') INTO dependents
  FROM pg_depend AS d
  JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  JOIN pg_class AS v ON v.oid = r.ev_class AND v.oid <> d.refobjid
  LEFT JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.refclassid = 'pg_class'::regclass
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[]::oid[], NULL)), true)
    AND (
      (a.attrelid = to_regclass('tasks') AND a.attname = ANY (ARRAY['best', 'mood', 'past']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Level: its values in another order.
-- Lock: ACCESS EXCLUSIVE on tasks, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'level'::regtype
  ) <> ARRAY['NONE', 'HIGH', 'MEDIUM', 'NORMAL', 'LOW']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'level'::regtype
    ) <> ARRAY['NORMAL', 'LOW', 'NONE', 'HIGH', 'MEDIUM']::text[] THEN
      RAISE EXCEPTION 'Enum level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE level
      RENAME TO varve_old_level;
    CREATE TYPE level AS ENUM (
      'NONE', 'HIGH', 'MEDIUM', 'NORMAL', 'LOW'
    );
    ALTER TABLE tasks DROP CONSTRAINT tasks_mood_check;
    DROP INDEX tasks_mood_idx;
    ALTER TABLE tasks
      ALTER COLUMN mood DROP DEFAULT,
      ALTER COLUMN past DROP DEFAULT;
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'varve_old_level'::regtype::text;
      others text[] := '{}';
      other record;
    BEGIN
      FOR other IN
        WITH part AS (
          SELECT * FROM unnest(ARRAY['tasks'::regclass]) AS oid
          UNION
          SELECT relid FROM unnest(ARRAY['tasks'::regclass]) AS oid, pg_partition_tree(oid)
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
        IF position(old IN other.made) > 0 THEN
          EXECUTE other.gone;
          others := others || replace(other.made, old, 'level'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE tasks
        ALTER COLUMN mood TYPE level USING mood::text::level,
        ALTER COLUMN mood SET DEFAULT 'NORMAL',
        ALTER COLUMN best TYPE level USING best::text::level,
        ALTER COLUMN past TYPE level[] USING past::text[]::level[],
        ALTER COLUMN past SET DEFAULT '{}';
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    ALTER TABLE tasks ADD CONSTRAINT tasks_mood_check CHECK (mood <> 'HIGH' OR mood IS NOT NULL);
    CREATE INDEX tasks_mood_idx ON tasks (mood) WHERE mood <> 'HIGH';
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_level'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'varve_old_level'::regtype, 'varve_parked_' || 'varve_old_level'::regtype::oid);
    ELSE
      DROP TYPE varve_old_level;
    END IF;
  END IF;
END
$varve$;
