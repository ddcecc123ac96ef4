-- U2__rename_mood_to_level_and_rename_mid_to_medium_and_2_more
--
-- The way back from V2__rename_mood_to_level_and_rename_mid_to_medium_and_2_more.
-- Renames enum level to mood.
-- Renames value MEDIUM of enum mood to MID.
-- Notes that enum mood is described by shop.Mood now.
-- Changes the default of column tasks.mood.
-- Takes value NONE out of enum mood; refused while a row has it.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_mood_to_level_and_rename_mid_to_medium_and_2_more.json has its checksum.

-- varve:step transaction

-- Task.mood: no row may have NONE.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE mood::text = ANY (ARRAY[''NONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('level') AND enumlabel = ANY (ARRAY['NONE']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum level is to lose NONE, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- Task.best: no row may have NONE.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE best::text = ANY (ARRAY[''NONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('level') AND enumlabel = ANY (ARRAY['NONE']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum level is to lose NONE, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- Task.past: no row may have NONE.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE past::text[] && ARRAY[''NONE'']::text[]';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('level') AND enumlabel = ANY (ARRAY['NONE']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum level is to lose NONE, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: renamed from level.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('mood') IS NULL THEN
    ALTER TYPE level
      RENAME TO mood;
  ELSIF to_regtype('level') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum level is to be renamed to mood, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Enum mood: MID renamed from MEDIUM.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = 'mood'::regtype AND enumlabel = 'MEDIUM'
  ) THEN
    IF EXISTS (
      SELECT FROM pg_enum
      WHERE enumtypid = 'mood'::regtype AND enumlabel = 'MID'
    ) THEN
      RAISE EXCEPTION 'Enum value mood.MEDIUM is to be renamed to mood.MID, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TYPE mood
      RENAME VALUE 'MEDIUM' TO 'MID';
  ELSIF NOT EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = 'mood'::regtype AND enumlabel = 'MID'
  ) THEN
    RAISE EXCEPTION 'Enum mood exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Task.mood: new default.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
ALTER TABLE tasks
  ALTER COLUMN mood SET DEFAULT 'MID';

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

-- Mood: without NONE. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on tasks, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'mood'::regtype
  ) <> ARRAY['LOW', 'MID', 'HIGH']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'mood'::regtype
    ) <> ARRAY['NONE', 'LOW', 'MID', 'HIGH']::text[] THEN
      RAISE EXCEPTION 'Enum mood exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE mood
      RENAME TO varve_old_mood;
    CREATE TYPE mood AS ENUM (
      'LOW', 'MID', 'HIGH'
    );
    ALTER TABLE tasks DROP CONSTRAINT tasks_mood_check;
    DROP INDEX tasks_mood_idx;
    ALTER TABLE tasks
      ALTER COLUMN mood DROP DEFAULT,
      ALTER COLUMN past DROP DEFAULT;
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'varve_old_mood'::regtype::text;
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
          others := others || replace(other.made, old, 'mood'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE tasks
        ALTER COLUMN mood TYPE mood USING mood::text::mood,
        ALTER COLUMN mood SET DEFAULT 'MID',
        ALTER COLUMN best TYPE mood USING best::text::mood,
        ALTER COLUMN past TYPE mood[] USING past::text[]::mood[],
        ALTER COLUMN past SET DEFAULT '{}';
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    ALTER TABLE tasks ADD CONSTRAINT tasks_mood_check CHECK (mood <> 'LOW' OR mood IS NOT NULL);
    CREATE INDEX tasks_mood_idx ON tasks (mood) WHERE mood <> 'LOW';
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_mood'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'varve_old_mood'::regtype, 'varve_parked_' || 'varve_old_mood'::regtype::oid);
    ELSE
      DROP TYPE varve_old_mood;
    END IF;
  END IF;
END
$varve$;
