-- U20261121031909__add_group_to_visibility
--
-- The way back from V20261121031909__add_group_to_visibility.
-- Takes value GROUP out of enum visibility; refused while a row has it.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031909__add_group_to_visibility.json has its checksum.

-- Visibility: without GROUP. Refused while a row has it.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'visibility'::regtype
  ) <> ARRAY['PRIVATE', 'LINK', 'PUBLIC']::text[] THEN
    IF EXISTS (SELECT FROM decks WHERE visibility::text = ANY (ARRAY['GROUP']::text[])) THEN
      RAISE EXCEPTION 'Rows of decks have a value of visibility that is to go. Find them with: SELECT * FROM decks WHERE visibility::text = ANY (ARRAY[''GROUP'']::text[]); give them another value, then run this again.';
    END IF;
    ALTER TYPE visibility RENAME TO varve_old_visibility;
    CREATE TYPE visibility AS ENUM (
      'PRIVATE', 'LINK', 'PUBLIC'
    );
    DROP INDEX decks_public_idx;
    ALTER TABLE decks
      ALTER COLUMN visibility DROP DEFAULT,
      ALTER COLUMN visibility TYPE visibility USING visibility::text::visibility,
      ALTER COLUMN visibility SET DEFAULT 'PRIVATE';
    CREATE INDEX decks_public_idx ON decks (updated_at) WHERE visibility = 'PUBLIC';
    DROP TYPE varve_old_visibility;
  END IF;
END
$varve$;
