-- V2__drop_name_from_users_and_1_more
--
-- Drops constraint users_name_key of users.
-- Parks column users.name: its values stay on disk as varve_parked_f7614754_name.
-- Renames column users.nickname to name.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__drop_name_from_users_and_1_more.json has its checksum.

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF NOT EXISTS (SELECT FROM varve_marks WHERE mark = 'drop_name_from_users_and_1_more_2860854b') THEN
    -- User.name: no unique key any more.
    ALTER TABLE IF EXISTS users
      DROP CONSTRAINT IF EXISTS users_name_key;
    -- User.name: parked. Its values stay on disk as varve_parked_f7614754_name.
    ALTER TABLE users
      ALTER COLUMN name DROP NOT NULL,
      ALTER COLUMN name DROP DEFAULT;
    ALTER TABLE users
      RENAME COLUMN name TO varve_parked_f7614754_name;
    -- User.name: renamed from nickname.
    ALTER TABLE users
      RENAME COLUMN nickname TO name;
    INSERT INTO varve_marks VALUES ('drop_name_from_users_and_1_more_2860854b');
  END IF;
END
$varve$;
