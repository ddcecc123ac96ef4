-- U3__rename_medium_to_normal_and_5_more
--
-- The way back from V3__rename_medium_to_normal_and_5_more.
-- Renames value MEDIUM of enum level to varve_gone_MEDIUM.
-- Renames value NORMAL of enum level to MEDIUM.
-- Renames value HIGH of enum level to varve_spare.
-- Renames value LOW of enum level to HIGH.
-- Renames value varve_spare of enum level to LOW.
-- Drops index tasks_mood_idx of tasks.
-- Drops constraint tasks_mood_check of tasks.
-- Changes the default of column tasks.mood.
-- Takes value varve_gone_MEDIUM out of enum level; refused while a row has it.
-- Adds constraint tasks_mood_check to tasks.
-- Adds index tasks_mood_idx to tasks.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__rename_medium_to_normal_and_5_more.json has its checksum.

-- varve:step transaction

-- Task.mood: no row may have MEDIUM.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE mood::text = ANY (ARRAY[''MEDIUM'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_medium_to_normal_and_5_more_e6df5209_enums') THEN
    IF EXISTS (
      SELECT FROM pg_enum
      WHERE enumtypid = to_regtype('level') AND enumlabel = ANY (ARRAY['MEDIUM']::text[])
    ) THEN
      EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
      IF standing > 0 THEN
        RAISE EXCEPTION 'Enum level is to lose MEDIUM, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'check_violation';
      END IF;
    END IF;
  END IF;
END
$varve$;

-- Task.best: no row may have MEDIUM.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE best::text = ANY (ARRAY[''MEDIUM'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_medium_to_normal_and_5_more_e6df5209_enums') THEN
    IF EXISTS (
      SELECT FROM pg_enum
      WHERE enumtypid = to_regtype('level') AND enumlabel = ANY (ARRAY['MEDIUM']::text[])
    ) THEN
      EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
      IF standing > 0 THEN
        RAISE EXCEPTION 'Enum level is to lose MEDIUM, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'check_violation';
      END IF;
    END IF;
  END IF;
END
$varve$;

-- Task.past: no row may have MEDIUM.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE past::text[] && ARRAY[''MEDIUM'']::text[]';
  standing bigint;
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_medium_to_normal_and_5_more_e6df5209_enums') THEN
    IF EXISTS (
      SELECT FROM pg_enum
      WHERE enumtypid = to_regtype('level') AND enumlabel = ANY (ARRAY['MEDIUM']::text[])
    ) THEN
      EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
      IF standing > 0 THEN
        RAISE EXCEPTION 'Enum level is to lose MEDIUM, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'check_violation';
      END IF;
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: none on a table.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_medium_to_normal_and_5_more_e6df5209_enums') THEN
    -- Enum level: varve_gone_MEDIUM renamed from MEDIUM.
    ALTER TYPE level
      RENAME VALUE 'MEDIUM' TO 'varve_gone_MEDIUM';
    -- Enum level: MEDIUM renamed from NORMAL.
    ALTER TYPE level
      RENAME VALUE 'NORMAL' TO 'MEDIUM';
    -- Enum level: varve_spare renamed from HIGH.
    ALTER TYPE level
      RENAME VALUE 'HIGH' TO 'varve_spare';
    -- Enum level: HIGH renamed from LOW.
    ALTER TYPE level
      RENAME VALUE 'LOW' TO 'HIGH';
    -- Enum level: LOW renamed from varve_spare.
    ALTER TYPE level
      RENAME VALUE 'varve_spare' TO 'LOW';
    DELETE FROM varve_marks WHERE mark = 'rename_medium_to_normal_and_5_more_e6df5209_enums';
  END IF;
END
$varve$;

-- varve:step transaction

-- Task.mood: no index any more.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
DROP INDEX IF EXISTS tasks_mood_idx;

-- tasks (tasks_mood_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
ALTER TABLE IF EXISTS tasks
  DROP CONSTRAINT IF EXISTS tasks_mood_check;

-- Task.mood: new default.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
ALTER TABLE tasks
  ALTER COLUMN mood SET DEFAULT 'MEDIUM';

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

-- Level: without varve_gone_MEDIUM. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on tasks, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'level'::regtype
  ) <> ARRAY['NONE', 'LOW', 'MEDIUM', 'HIGH']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'level'::regtype
    ) <> ARRAY['NONE', 'LOW', 'varve_gone_MEDIUM', 'MEDIUM', 'HIGH']::text[] THEN
      RAISE EXCEPTION 'Enum level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE level
      RENAME TO varve_old_level;
    CREATE TYPE level AS ENUM (
      'NONE', 'LOW', 'MEDIUM', 'HIGH'
    );
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
        ALTER COLUMN mood SET DEFAULT 'MEDIUM',
        ALTER COLUMN best TYPE level USING best::text::level,
        ALTER COLUMN past TYPE level[] USING past::text[]::level[],
        ALTER COLUMN past SET DEFAULT '{}';
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
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

-- tasks (tasks_mood_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('tasks') AND conname = 'tasks_mood_check'
  ) THEN
    ALTER TABLE tasks
      ADD CONSTRAINT tasks_mood_check CHECK (mood <> 'LOW' OR mood IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE tasks, CONSTRAINT tasks_mood_check CHECK (mood <> 'LOW' OR mood IS NOT NULL)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('tasks'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- tasks (tasks_mood_check): no row may break the check.
-- Lock: ACCESS SHARE on tasks, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM tasks WHERE NOT (mood <> ''LOW'' OR mood IS NOT NULL)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check tasks_mood_check of tasks is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- tasks (tasks_mood_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on tasks, while it is scanned.
ALTER TABLE tasks
  VALIDATE CONSTRAINT tasks_mood_check;

-- varve:step outside transaction

-- Task.mood: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on tasks, while it is scanned.
-- varve:drop-invalid-index tasks_mood_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS tasks_mood_idx
  ON tasks (mood) WHERE mood <> 'LOW';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE tasks
  );
  CREATE INDEX tasks_mood_idx ON pg_temp.varve_expected_1 (mood) WHERE mood <> 'LOW';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('tasks'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
