-- U3__rename_nickname_to_display_name_in_users_and_1_more
--
-- The way back from V3__rename_nickname_to_display_name_in_users_and_1_more.
-- Renames column users.mail to email.
-- Renames column users.display_name to nickname.
-- Renames constraint users_mail_key to users_email_key.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__rename_nickname_to_display_name_in_users_and_1_more.json has its checksum.

-- users.email: renamed from mail.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'mail' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'email' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.mail is to be renamed to users.email, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN mail TO email;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'email'
  ) IS DISTINCT FROM 'character varying(255)' THEN
    RAISE EXCEPTION 'Column users.mail is not there, and users.email is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- users.nickname: renamed from display_name.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'display_name' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'nickname' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.display_name is to be renamed to users.nickname, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN display_name TO nickname;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'nickname'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column users.display_name is not there, and users.nickname is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint users_mail_key is users_email_key now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_email_key'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT users_mail_key TO users_email_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_mail_key'
  ) THEN
    RAISE EXCEPTION 'Constraint users_mail_key of users is to be renamed to users_email_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
