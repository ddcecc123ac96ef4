-- V20261121031804__rename_nickname_to_display_name_in_users
--
-- Renames column users.nickname to display_name.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V20261121031804__rename_nickname_to_display_name_in_users.json has its checksum.

-- User.displayName: renamed from nickname.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'display_name' AND NOT attisdropped
  ) THEN
    ALTER TABLE users
      RENAME COLUMN nickname TO display_name;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'nickname' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column users.nickname is to be renamed to users.display_name, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
