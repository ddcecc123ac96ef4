-- U20261121031752__require_normalized_email_of_users
--
-- The way back from V20261121031752__require_normalized_email_of_users.
-- Drops constraint users_normalized_email_key of users.
-- Lets column users.normalized_email take NULL.
-- Adds constraint users_email_key to users.
--
-- Data lost: none.
-- Not brought back: which rows had NULL in users.normalized_email.
--
-- Written by Varve, and not to be edited: V20261121031752__require_normalized_email_of_users.json has its checksum.

-- varve:step transaction

-- User.normalizedEmail: no unique key any more.
ALTER TABLE IF EXISTS users
  DROP CONSTRAINT IF EXISTS users_normalized_email_key;

-- User.normalizedEmail: takes NULL from now on.
ALTER TABLE users
  ALTER COLUMN normalized_email DROP NOT NULL;

-- varve:step outside transaction

-- User.email: the index of its unique key.
-- varve:drop-invalid-index users_email_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_email_key
  ON users (email);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users
  );
  CREATE UNIQUE INDEX users_email_key ON pg_temp.varve_expected_1 (email);
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

-- User.email: unique key.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_email_key'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users, CONSTRAINT users_email_key UNIQUE (email)
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
