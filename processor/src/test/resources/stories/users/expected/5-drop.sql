-- V5__drop_display_name_from_users_and_1_more
--
-- Parks column users.display_name: its values stay on disk as varve_parked_ce22a036_display_name.
-- Drops column users.token with its values.
-- Adds constraint users_active_check to users.
--
-- Data lost: the values of users.token.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V5__drop_display_name_from_users_and_1_more.json has its checksum.

-- varve:step transaction

-- users (users_active_check): no row may break the check.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM users WHERE NOT (active >= 0)';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_active_check'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Check users_active_check of users is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- users.display_name: parked. Its values stay on disk as varve_parked_ce22a036_display_name.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_ce22a036_display_name' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      ALTER COLUMN display_name DROP NOT NULL,
      ALTER COLUMN display_name DROP DEFAULT;
    ALTER TABLE users
      RENAME COLUMN display_name TO varve_parked_ce22a036_display_name;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'display_name' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column users.display_name is to be renamed to users.varve_parked_ce22a036_display_name, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- users.token: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS token;

-- users (users_active_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_active_check'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT users_active_check CHECK (active >= 0) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users, CONSTRAINT users_active_check CHECK (active >= 0)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- users (users_active_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
ALTER TABLE users
  VALIDATE CONSTRAINT users_active_check;
