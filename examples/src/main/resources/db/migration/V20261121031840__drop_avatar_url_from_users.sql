-- V20261121031840__drop_avatar_url_from_users
--
-- Parks column users.avatar_url: its values stay on disk as varve_parked_58d1169d_avatar_url.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V20261121031840__drop_avatar_url_from_users.json has its checksum.

-- users.avatar_url: parked. Its values stay on disk as varve_parked_58d1169d_avatar_url.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'avatar_url' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      ALTER COLUMN avatar_url DROP NOT NULL,
      ALTER COLUMN avatar_url DROP DEFAULT;
    ALTER TABLE users
      RENAME COLUMN avatar_url TO varve_parked_58d1169d_avatar_url;
  END IF;
END
$varve$;
