-- V6__rename_users_to_people_and_1_more
--
-- Renames table users to people.
-- Renames column people.active to state.
-- Renames constraint users_pkey to people_pkey.
-- Renames constraint users_mail_key to people_mail_key.
-- Renames constraint users_normalized_email_key to people_normalized_email_key.
-- Renames constraint users_active_check to people_state_check.
-- Renames index users_seen_at_idx to people_seen_at_idx.
-- Notes that table people is described by shop.Person now.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V6__rename_users_to_people_and_1_more.json has its checksum.

-- User: renamed from users.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF to_regclass('users') IS NOT NULL THEN
    IF to_regclass('people') IS NOT NULL THEN
      RAISE EXCEPTION 'Table users is to be renamed to people, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME TO people;
  ELSIF NOT ARRAY['id', 'mail', 'created_at', 'seen_at', 'normalized_email']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'people'::regclass) THEN
    RAISE EXCEPTION 'Table users is not there, and people is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- Person.state: renamed from active.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('people') AND attname = 'active' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('people') AND attname = 'state' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column people.active is to be renamed to people.state, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE people
      RENAME COLUMN active TO state;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'people'::regclass AND attname = 'state'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column people.active is not there, and people.state is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- people: constraint users_pkey is people_pkey now.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'people_pkey'
  ) THEN
    ALTER TABLE people
      RENAME CONSTRAINT users_pkey TO people_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'users_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint users_pkey of people is to be renamed to people_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- people: constraint users_mail_key is people_mail_key now.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'people_mail_key'
  ) THEN
    ALTER TABLE people
      RENAME CONSTRAINT users_mail_key TO people_mail_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'users_mail_key'
  ) THEN
    RAISE EXCEPTION 'Constraint users_mail_key of people is to be renamed to people_mail_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- people: constraint users_normalized_email_key is people_normalized_email_key now.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'people_normalized_email_key'
  ) THEN
    ALTER TABLE people
      RENAME CONSTRAINT users_normalized_email_key TO people_normalized_email_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'users_normalized_email_key'
  ) THEN
    RAISE EXCEPTION 'Constraint users_normalized_email_key of people is to be renamed to people_normalized_email_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- people: constraint users_active_check is people_state_check now.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'people_state_check'
  ) THEN
    ALTER TABLE people
      RENAME CONSTRAINT users_active_check TO people_state_check;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'users_active_check'
  ) THEN
    RAISE EXCEPTION 'Constraint users_active_check of people is to be renamed to people_state_check, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- people: index users_seen_at_idx is people_seen_at_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('people_seen_at_idx') IS NULL THEN
    ALTER INDEX users_seen_at_idx RENAME TO people_seen_at_idx;
  ELSIF to_regclass('users_seen_at_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index users_seen_at_idx is to be renamed to people_seen_at_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
