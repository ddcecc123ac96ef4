-- V2__add_seen_at_to_users_and_add_active_to_users_and_3_more
--
-- Adds column users.seen_at.
-- Adds column users.active.
-- Adds column users.normalized_email.
-- Makes column users.normalized_email refuse NULL; rows without a value get lower(email).
-- Adds column users.token.
--
-- Data lost: none.
-- Lost by the undo: the values of users.seen_at; the values of users.active; the values of users.normalized_email; the values of users.token.
--
-- Written by Varve, and not to be edited: V2__add_seen_at_to_users_and_add_active_to_users_and_3_more.json has its checksum.

-- varve:step transaction

-- User.normalizedEmail: every row must get a value.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM users WHERE (lower(email)) IS NULL';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'normalized_email' AND NOT attisdropped
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column users.normalized_email is to refuse NULL, but lower(email) has no value for % rows. Find them with: %; give them values, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- User.seenAt: new column.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS seen_at timestamptz;

-- User.active: new column.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS active boolean DEFAULT true NOT NULL;

-- User.normalizedEmail: new column.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS normalized_email text;

-- User.normalizedEmail: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'normalized_email' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_normalized_email_not_null'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT varve_users_normalized_email_not_null CHECK (normalized_email IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- User.token: new column.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS token uuid;

-- User.token: new default.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN token SET DEFAULT gen_random_uuid();

-- User.token: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'token' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_token_not_null'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT varve_users_token_not_null CHECK (token IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    seen_at timestamptz, active boolean DEFAULT true NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    normalized_email text, token uuid
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, true),
      ('users'::regclass, 'pg_temp.varve_expected_2'::regclass, false, false)
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

-- varve:step outside transaction

-- User.normalizedEmail, User.token: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on users, while rows of it are written.
-- varve:repeat
UPDATE users SET
  normalized_email = coalesce(normalized_email, lower(email)),
  token = coalesce(token, gen_random_uuid())
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM users WHERE normalized_email IS NULL OR token IS NULL LIMIT 10000
));

-- varve:step transaction

-- User.normalizedEmail: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
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

-- User.token: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'varve_users_token_not_null'
  ) THEN
    ALTER TABLE users
      VALIDATE CONSTRAINT varve_users_token_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- User.normalizedEmail: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN normalized_email SET NOT NULL;
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS varve_users_normalized_email_not_null;

-- User.token: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN token SET NOT NULL;
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS varve_users_token_not_null;
