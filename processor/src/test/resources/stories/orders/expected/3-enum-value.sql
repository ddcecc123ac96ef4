-- V3__add_curious_to_mood
--
-- Adds value CURIOUS to enum mood.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__add_curious_to_mood.json has its checksum.

-- Mood: new value CURIOUS.
-- Lock: none on a table.
ALTER TYPE mood
  ADD VALUE IF NOT EXISTS 'CURIOUS' BEFORE 'TENSE';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'mood'::regtype
  ) <> ARRAY['CALM', 'CURIOUS', 'TENSE']::text[] THEN
    RAISE EXCEPTION 'Enum mood exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;
