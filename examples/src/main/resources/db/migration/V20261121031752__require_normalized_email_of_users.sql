-- V20261121031752__require_normalized_email_of_users
--
-- Drops constraint users_email_key of users.
-- Makes column users.normalized_email refuse NULL; rows without a value get lower(trim(email)).
-- Adds constraint users_normalized_email_key to users.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V20261121031752__require_normalized_email_of_users.json has its checksum.

-- varve:step transaction

-- User.email: no unique key any more.
ALTER TABLE IF EXISTS users
  DROP CONSTRAINT IF EXISTS users_email_key;

-- User.normalizedEmail: no NULL in rows to come.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'normalized_email' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_normalized_email_not_null'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT varve_users_normalized_email_not_null CHECK (normalized_email IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- varve:step outside transaction

-- User.normalizedEmail: a value for the rows that have none, some rows at a time.
-- varve:repeat
UPDATE users SET
  normalized_email = lower(trim(email))
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM users WHERE normalized_email IS NULL LIMIT 10000
));

-- varve:step transaction

-- User.normalizedEmail: no NULL in the rows that are there.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_normalized_email_not_null'
  ) THEN
    ALTER TABLE users
      VALIDATE CONSTRAINT varve_users_normalized_email_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- User.normalizedEmail: NOT NULL.
ALTER TABLE users
  ALTER COLUMN normalized_email SET NOT NULL;
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS varve_users_normalized_email_not_null;

-- varve:step outside transaction

-- User.normalizedEmail: the index of its unique key.
-- varve:drop-invalid-index users_normalized_email_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_normalized_email_key
  ON users (normalized_email);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users
  );
  CREATE UNIQUE INDEX users_normalized_email_key ON pg_temp.varve_expected_1 (normalized_email);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, relname, indisunique, indisvalid,
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

-- User.normalizedEmail: unique key.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_normalized_email_key'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT users_normalized_email_key UNIQUE USING INDEX users_normalized_email_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users, CONSTRAINT users_normalized_email_key UNIQUE (normalized_email)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
