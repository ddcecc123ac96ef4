-- V4__change_type_of_mail_in_users_and_6_more
--
-- Changes column users.mail from varchar(255) to varchar(320).
-- Makes column users.display_name refuse NULL; rows without a value get mail.
-- Changes the default of column users.active.
-- Changes column users.active from boolean to integer.
-- Changes the default of column users.active.
-- Lets column users.normalized_email take NULL.
-- Changes the default of column users.token.
-- Lets column users.token take NULL.
-- Adds constraint users_normalized_email_key to users.
-- Adds index users_seen_at_idx to users.
--
-- Data lost: what integer cannot hold of users.active (each value becomes CASE WHEN active THEN 1 ELSE 0 END).
-- Data rewritten: NULL in users.display_name.
-- Lost by the undo: what varchar(255) cannot hold of users.mail; what boolean cannot hold of users.active (each value becomes active::text::boolean).
--
-- Written by Varve, and not to be edited: V4__change_type_of_mail_in_users_and_6_more.json has its checksum.

-- varve:step transaction

-- User.active: every value must fit integer.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  fitting integer;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'active'
      AND format_type(atttypid, atttypmod) = 'boolean'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (CASE WHEN active THEN 1 ELSE 0 END) FROM users' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM users' LOOP
        BEGIN
          EXECUTE 'SELECT (CASE WHEN active THEN 1 ELSE 0 END) FROM users WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM users WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column users.active is to become integer, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- users (users_normalized_email_key): no two rows may have the same.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT normalized_email, count(*) FROM users WHERE normalized_email IS NOT NULL GROUP BY normalized_email HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('users_normalized_email_key') AND indrelid = to_regclass('users') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key users_normalized_email_key of users is to be unique: normalized_email; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

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
      (a.attrelid = to_regclass('users') AND a.attname = ANY (ARRAY['active', 'mail']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- User.mail: from varchar(255) to varchar(320).
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'mail'
  ) = 'character varying(255)' THEN
    ALTER TABLE users
      ALTER COLUMN mail TYPE varchar(320);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'mail'
  ) IS DISTINCT FROM 'character varying(320)' THEN
    RAISE EXCEPTION 'Column users.mail is neither varchar(255) nor varchar(320). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- User.displayName: no NULL in rows to come.
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

-- User.active: no default any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN active DROP DEFAULT;

-- User.active: from boolean to integer.
-- Lock: ACCESS EXCLUSIVE on users, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'active'
  ) = 'boolean' THEN
    ALTER TABLE users
      ALTER COLUMN active TYPE integer
        USING CASE WHEN active THEN 1 ELSE 0 END;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'active'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column users.active is neither boolean nor integer. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- User.active: new default.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN active SET DEFAULT 1;

-- User.normalizedEmail: takes NULL from now on.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN normalized_email DROP NOT NULL;

-- User.token: no default any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN token DROP DEFAULT;

-- User.token: takes NULL from now on.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN token DROP NOT NULL;

-- varve:step outside transaction

-- User.displayName: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on users, while rows of it are written.
-- varve:repeat
UPDATE users SET
  display_name = mail
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM users WHERE display_name IS NULL LIMIT 10000
));

-- varve:step transaction

-- User.displayName: no NULL in the rows that are there.
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

-- User.displayName: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN display_name SET NOT NULL;
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS varve_users_display_name_not_null;

-- varve:step outside transaction

-- User.normalizedEmail: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
-- varve:drop-invalid-index users_normalized_email_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_normalized_email_key
  ON users (normalized_email);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
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

-- varve:step outside transaction

-- User.seenAt: index.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
-- varve:drop-invalid-index users_seen_at_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_seen_at_idx
  ON users (seen_at);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users
  );
  CREATE INDEX users_seen_at_idx ON pg_temp.varve_expected_1 (seen_at);
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

-- User.normalizedEmail: unique key.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
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

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users, CONSTRAINT users_normalized_email_key UNIQUE (normalized_email)
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
