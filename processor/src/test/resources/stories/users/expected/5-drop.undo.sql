-- U5__drop_display_name_from_users_and_1_more
--
-- The way back from V5__drop_display_name_from_users_and_1_more.
-- Drops constraint users_active_check of users.
-- Brings back column users.display_name with its values.
-- Adds column users.token.
--
-- Data lost: none.
-- Not brought back: the values of users.token.
--
-- Written by Varve, and not to be edited: V5__drop_display_name_from_users_and_1_more.json has its checksum.

-- varve:step transaction

-- users.varve_parked_ce22a036_display_name: no row may have NULL.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM users WHERE varve_parked_ce22a036_display_name IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_ce22a036_display_name' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_ce22a036_display_name' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column users.varve_parked_ce22a036_display_name is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- users (users_active_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP CONSTRAINT IF EXISTS users_active_check;

-- users.display_name: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_ce22a036_display_name' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      RENAME COLUMN varve_parked_ce22a036_display_name TO display_name;
  END IF;
END
$varve$;

-- users.display_name: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'display_name' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_display_name_not_null'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT varve_users_display_name_not_null CHECK (display_name IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- users.token: new column.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS token uuid;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    display_name text NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    token uuid
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('users'::regclass, 'pg_temp.varve_expected_2'::regclass, false, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;

-- varve:step transaction

-- users.display_name: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_display_name_not_null'
  ) THEN
    ALTER TABLE users
      VALIDATE CONSTRAINT varve_users_display_name_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- users.display_name: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN display_name SET NOT NULL;
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS varve_users_display_name_not_null;
