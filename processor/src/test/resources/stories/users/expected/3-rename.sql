-- V3__rename_nickname_to_display_name_in_users_and_1_more
--
-- Renames column users.nickname to display_name.
-- Renames column users.email to mail.
-- Renames constraint users_email_key to users_mail_key.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__rename_nickname_to_display_name_in_users_and_1_more.json has its checksum.

-- User.displayName: renamed from nickname.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'nickname' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'display_name' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.nickname is to be renamed to users.display_name, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN nickname TO display_name;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'display_name'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column users.nickname is not there, and users.display_name is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- User.mail: renamed from email.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'email' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'mail' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.email is to be renamed to users.mail, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN email TO mail;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'mail'
  ) IS DISTINCT FROM 'character varying(255)' THEN
    RAISE EXCEPTION 'Column users.email is not there, and users.mail is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint users_email_key is users_mail_key now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_mail_key'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT users_email_key TO users_mail_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_email_key'
  ) THEN
    RAISE EXCEPTION 'Constraint users_email_key of users is to be renamed to users_mail_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
