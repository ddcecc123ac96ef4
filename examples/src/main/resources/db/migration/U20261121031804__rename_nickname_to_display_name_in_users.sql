-- U20261121031804__rename_nickname_to_display_name_in_users
--
-- The way back from V20261121031804__rename_nickname_to_display_name_in_users.
-- Renames column users.display_name to nickname.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031804__rename_nickname_to_display_name_in_users.json has its checksum.

-- users.nickname: renamed from display_name.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'nickname' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      RENAME COLUMN display_name TO nickname;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'display_name' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column users.display_name is to be renamed to users.nickname, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
