-- U2__drop_name_from_users_and_1_more
--
-- The way back from V2__drop_name_from_users_and_1_more.
-- Renames column users.name to nickname.
-- Brings back column users.name with its values.
-- Adds constraint users_name_key to users.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__drop_name_from_users_and_1_more.json has its checksum.

-- varve:step transaction

-- users.varve_parked_f7614754_name: no row may have NULL.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM users WHERE varve_parked_f7614754_name IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_f7614754_name' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_f7614754_name' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column users.varve_parked_f7614754_name is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'drop_name_from_users_and_1_more_2860854b') THEN
    -- users.nickname: renamed from name.
    ALTER TABLE users
      RENAME COLUMN name TO nickname;
    DELETE FROM varve_marks WHERE mark = 'drop_name_from_users_and_1_more_2860854b';
  END IF;
END
$varve$;

-- User.name: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'varve_parked_f7614754_name' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      RENAME COLUMN varve_parked_f7614754_name TO name;
  END IF;
END
$varve$;

-- User.name: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'name' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_name_not_null'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT varve_users_name_not_null CHECK (name IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    name text NOT NULL
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
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
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- User.name: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_name_not_null'
  ) THEN
    ALTER TABLE users
      VALIDATE CONSTRAINT varve_users_name_not_null;
  END IF;
END
$varve$;

-- users (users_name_key): no two rows may have the same.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT name, count(*) FROM users GROUP BY name HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('users_name_key') AND indrelid = to_regclass('users') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key users_name_key of users is to be unique: name; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- User.name: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN name SET NOT NULL;
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS varve_users_name_not_null;

-- varve:step outside transaction

-- User.name: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
-- varve:drop-invalid-index users_name_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_name_key
  ON users (name);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users
  );
  CREATE UNIQUE INDEX users_name_key ON pg_temp.varve_expected_1 (name);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- User.name: unique key.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_name_key'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT users_name_key UNIQUE USING INDEX users_name_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users, CONSTRAINT users_name_key UNIQUE (name)
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
