-- V3__rename_medium_to_normal_and_5_more
--
-- Renames value MEDIUM of enum level to NORMAL.
-- Renames value HIGH of enum level to varve_spare.
-- Renames value LOW of enum level to HIGH.
-- Renames value varve_spare of enum level to LOW.
-- Adds value MEDIUM to enum level.
-- Drops index tasks_mood_idx of tasks.
-- Drops constraint tasks_mood_check of tasks.
-- Changes the default of column tasks.mood.
-- Adds constraint tasks_mood_check to tasks.
-- Adds index tasks_mood_idx to tasks.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__rename_medium_to_normal_and_5_more.json has its checksum.

-- varve:step transaction

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: none on a table.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF NOT EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_medium_to_normal_and_5_more_e6df5209_enums') THEN
    -- Enum level: NORMAL renamed from MEDIUM.
    ALTER TYPE level
      RENAME VALUE 'MEDIUM' TO 'NORMAL';
    -- Enum level: varve_spare renamed from HIGH.
    ALTER TYPE level
      RENAME VALUE 'HIGH' TO 'varve_spare';
    -- Enum level: HIGH renamed from LOW.
    ALTER TYPE level
      RENAME VALUE 'LOW' TO 'HIGH';
    -- Enum level: LOW renamed from varve_spare.
    ALTER TYPE level
      RENAME VALUE 'varve_spare' TO 'LOW';
    INSERT INTO varve_marks VALUES ('rename_medium_to_normal_and_5_more_e6df5209_enums');
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: new value MEDIUM.
-- Lock: none on a table.
ALTER TYPE level
  ADD VALUE IF NOT EXISTS 'MEDIUM' BEFORE 'NORMAL';
DO $varve$
BEGIN
  IF (
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

-- tasks (varve_new_tasks_mood_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('tasks') AND conname = 'varve_new_tasks_mood_check'
  ) THEN
    ALTER TABLE tasks
      ADD CONSTRAINT varve_new_tasks_mood_check CHECK (mood <> 'HIGH' OR mood IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE tasks,
    CONSTRAINT varve_new_tasks_mood_check CHECK (mood <> 'HIGH' OR mood IS NOT NULL)
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
  query text := 'SELECT * FROM tasks WHERE NOT (mood <> ''HIGH'' OR mood IS NOT NULL)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check tasks_mood_check of tasks is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- tasks (varve_new_tasks_mood_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on tasks, while it is scanned.
ALTER TABLE tasks
  VALIDATE CONSTRAINT varve_new_tasks_mood_check;

-- varve:step outside transaction

-- Task.mood: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on tasks, while it is scanned.
-- varve:drop-invalid-index varve_new_tasks_mood_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS varve_new_tasks_mood_idx
  ON tasks (mood) WHERE mood <> 'HIGH';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE tasks
  );
  CREATE INDEX varve_new_tasks_mood_idx ON pg_temp.varve_expected_1 (mood) WHERE mood <> 'HIGH';
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

-- varve:step transaction

-- tasks (tasks_mood_check): the new check in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('tasks') AND conname = 'varve_new_tasks_mood_check'
  ) THEN
    ALTER TABLE tasks
      DROP CONSTRAINT IF EXISTS tasks_mood_check;
    ALTER TABLE tasks
      RENAME CONSTRAINT varve_new_tasks_mood_check TO tasks_mood_check;
  END IF;
END
$varve$;

-- Task.mood: the new index in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_new_tasks_mood_idx') IS NOT NULL THEN
    DROP INDEX IF EXISTS tasks_mood_idx;
    ALTER INDEX varve_new_tasks_mood_idx RENAME TO tasks_mood_idx;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE tasks, CONSTRAINT tasks_mood_check CHECK (mood <> 'HIGH' OR mood IS NOT NULL)
  );
  CREATE INDEX tasks_mood_idx ON pg_temp.varve_expected_1 (mood) WHERE mood <> 'HIGH';
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
    UNION ALL
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
