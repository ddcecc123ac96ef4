-- U6__rename_users_to_people_and_1_more
--
-- The way back from V6__rename_users_to_people_and_1_more.
-- Renames table people to users.
-- Renames column users.state to active.
-- Renames constraint people_pkey to users_pkey.
-- Renames constraint people_mail_key to users_mail_key.
-- Renames constraint people_normalized_email_key to users_normalized_email_key.
-- Renames constraint people_state_check to users_active_check.
-- Renames index people_seen_at_idx to users_seen_at_idx.
-- Notes that table users is described by shop.User now.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V6__rename_users_to_people_and_1_more.json has its checksum.

-- Person: renamed from people.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF to_regclass('people') IS NOT NULL THEN
    IF to_regclass('users') IS NOT NULL THEN
      RAISE EXCEPTION 'Table people is to be renamed to users, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE people
      RENAME TO users;
  ELSIF NOT ARRAY['id', 'mail', 'created_at', 'seen_at', 'normalized_email']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'users'::regclass) THEN
    RAISE EXCEPTION 'Table people is not there, and users is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- users.active: renamed from state.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'state' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'active' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.state is to be renamed to users.active, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN state TO active;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'active'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column users.state is not there, and users.active is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint people_pkey is users_pkey now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_pkey'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT people_pkey TO users_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'people_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint people_pkey of users is to be renamed to users_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint people_mail_key is users_mail_key now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_mail_key'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT people_mail_key TO users_mail_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'people_mail_key'
  ) THEN
    RAISE EXCEPTION 'Constraint people_mail_key of users is to be renamed to users_mail_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint people_normalized_email_key is users_normalized_email_key now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_normalized_email_key'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT people_normalized_email_key TO users_normalized_email_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'people_normalized_email_key'
  ) THEN
    RAISE EXCEPTION 'Constraint people_normalized_email_key of users is to be renamed to users_normalized_email_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint people_state_check is users_active_check now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_active_check'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT people_state_check TO users_active_check;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'people_state_check'
  ) THEN
    RAISE EXCEPTION 'Constraint people_state_check of users is to be renamed to users_active_check, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- users: index people_seen_at_idx is users_seen_at_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('users_seen_at_idx') IS NULL THEN
    ALTER INDEX people_seen_at_idx RENAME TO users_seen_at_idx;
  ELSIF to_regclass('people_seen_at_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index people_seen_at_idx is to be renamed to users_seen_at_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
