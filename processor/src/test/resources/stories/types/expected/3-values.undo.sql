-- U3__drop_visit_mood_values_check_and_3_more
--
-- The way back from V3__drop_visit_mood_values_check_and_3_more.
-- Drops constraint visit_mood_values_check of visit.
-- Drops constraint visit_moods_values_check of visit.
-- Adds constraint visit_mood_values_check to visit.
-- Adds constraint visit_moods_values_check to visit.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__drop_visit_mood_values_check_and_3_more.json has its checksum.

-- varve:step transaction

-- visit (visit_mood_values_check): no row may break the check.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM visit WHERE NOT (mood IN (''CALM'', ''EAGER''))';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check visit_mood_values_check of visit is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- visit (visit_moods_values_check): no row may break the check.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM visit WHERE NOT (array_remove(moods, NULL)::text[] <@ ARRAY[''CALM'', ''EAGER'']::text[])';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check visit_moods_values_check of visit is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- varve:step transaction

-- visit (varve_new_visit_mood_values_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('visit') AND conname = 'varve_new_visit_mood_values_check'
  ) THEN
    ALTER TABLE visit
      ADD CONSTRAINT varve_new_visit_mood_values_check CHECK (mood IN ('CALM', 'EAGER')) NOT VALID;
  END IF;
END
$varve$;

-- visit (varve_new_visit_moods_values_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('visit') AND conname = 'varve_new_visit_moods_values_check'
  ) THEN
    ALTER TABLE visit
      ADD CONSTRAINT varve_new_visit_moods_values_check CHECK (array_remove(moods, NULL)::text[] <@ ARRAY['CALM', 'EAGER']::text[]) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE visit, CONSTRAINT varve_new_visit_mood_values_check CHECK (mood IN ('CALM', 'EAGER')),
    CONSTRAINT varve_new_visit_moods_values_check CHECK (array_remove(moods, NULL)::text[] <@ ARRAY['CALM', 'EAGER']::text[])
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('visit'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- visit (varve_new_visit_mood_values_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on visit, while it is scanned.
ALTER TABLE visit
  VALIDATE CONSTRAINT varve_new_visit_mood_values_check;

-- visit (varve_new_visit_moods_values_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on visit, while it is scanned.
ALTER TABLE visit
  VALIDATE CONSTRAINT varve_new_visit_moods_values_check;

-- varve:step transaction

-- visit (visit_mood_values_check): the new check in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('visit') AND conname = 'varve_new_visit_mood_values_check'
  ) THEN
    ALTER TABLE visit
      DROP CONSTRAINT IF EXISTS visit_mood_values_check;
    ALTER TABLE visit
      RENAME CONSTRAINT varve_new_visit_mood_values_check TO visit_mood_values_check;
  END IF;
END
$varve$;

-- visit (visit_moods_values_check): the new check in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('visit') AND conname = 'varve_new_visit_moods_values_check'
  ) THEN
    ALTER TABLE visit
      DROP CONSTRAINT IF EXISTS visit_moods_values_check;
    ALTER TABLE visit
      RENAME CONSTRAINT varve_new_visit_moods_values_check TO visit_moods_values_check;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE visit, CONSTRAINT visit_mood_values_check CHECK (mood IN ('CALM', 'EAGER')),
    CONSTRAINT visit_moods_values_check CHECK (array_remove(moods, NULL)::text[] <@ ARRAY['CALM', 'EAGER']::text[])
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('visit'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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
