-- U4__change_type_of_mail_in_users_and_6_more
--
-- The way back from V4__change_type_of_mail_in_users_and_6_more.
-- Drops index users_seen_at_idx of users.
-- Drops constraint users_normalized_email_key of users.
-- Changes column users.mail from varchar(320) to varchar(255).
-- Lets column users.display_name take NULL.
-- Changes the default of column users.active.
-- Changes column users.active from integer to boolean.
-- Changes the default of column users.active.
-- Makes column users.normalized_email refuse NULL.
-- Changes the default of column users.token.
-- Makes column users.token refuse NULL; rows without a value get gen_random_uuid().
--
-- Data lost: what varchar(255) cannot hold of users.mail; what boolean cannot hold of users.active (each value becomes active::text::boolean).
-- Not brought back: what integer cannot hold of users.active (each value becomes CASE WHEN active THEN 1 ELSE 0 END); which rows had NULL in users.display_name.
--
-- Written by Varve, and not to be edited: V4__change_type_of_mail_in_users_and_6_more.json has its checksum.

-- varve:step transaction

-- User.mail: every value must fit varchar(255).
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM users WHERE char_length(rtrim(mail, '' '')) > 255';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'mail'
      AND format_type(atttypid, atttypmod) = 'character varying(320)'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column users.mail is to become varchar(255), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- User.active: every value must fit boolean.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  fitting boolean;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'active'
      AND format_type(atttypid, atttypmod) = 'integer'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (active::text::boolean) FROM users' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM users' LOOP
        BEGIN
          EXECUTE 'SELECT (active::text::boolean) FROM users WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM users WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column users.active is to become boolean, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- User.normalizedEmail: no row may have NULL.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM users WHERE normalized_email IS NULL';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'normalized_email' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column users.normalized_email is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- User.seenAt: no index any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DROP INDEX IF EXISTS users_seen_at_idx;

-- User.normalizedEmail: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP CONSTRAINT IF EXISTS users_normalized_email_key;

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

-- User.mail: from varchar(320) to varchar(255).
-- Lock: ACCESS EXCLUSIVE on users, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'mail'
  ) = 'character varying(320)' THEN
    ALTER TABLE users
      ALTER COLUMN mail TYPE varchar(255);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'mail'
  ) IS DISTINCT FROM 'character varying(255)' THEN
    RAISE EXCEPTION 'Column users.mail is neither varchar(320) nor varchar(255). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- User.displayName: takes NULL from now on.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN display_name DROP NOT NULL;

-- User.active: no default any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN active DROP DEFAULT;

-- User.active: from integer to boolean.
-- Lock: ACCESS EXCLUSIVE on users, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'active'
  ) = 'integer' THEN
    ALTER TABLE users
      ALTER COLUMN active TYPE boolean
        USING active::text::boolean;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'active'
  ) IS DISTINCT FROM 'boolean' THEN
    RAISE EXCEPTION 'Column users.active is neither integer nor boolean. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- User.active: new default.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE users
  ALTER COLUMN active SET DEFAULT true;

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

-- varve:step outside transaction

-- User.token: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on users, while rows of it are written.
-- varve:repeat
UPDATE users SET
  token = gen_random_uuid()
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM users WHERE token IS NULL LIMIT 10000
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
