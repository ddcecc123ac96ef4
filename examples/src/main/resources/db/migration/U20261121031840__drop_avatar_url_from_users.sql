-- U20261121031840__drop_avatar_url_from_users
--
-- The way back from V20261121031840__drop_avatar_url_from_users.
-- Brings back column users.avatar_url with its values.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031840__drop_avatar_url_from_users.json has its checksum.

-- users.avatar_url: back again, with its values.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'avatar_url' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      RENAME COLUMN varve_parked_58d1169d_avatar_url TO avatar_url;
  END IF;
END
$varve$;
