-- V2__rename_mood_to_level_and_rename_mid_to_medium_and_2_more
--
-- Renames enum mood to level.
-- Renames value MID of enum level to MEDIUM.
-- Notes that enum level is described by shop.Level now.
-- Adds value NONE to enum level.
-- Changes the default of column tasks.mood.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_mood_to_level_and_rename_mid_to_medium_and_2_more.json has its checksum.

-- varve:step transaction

-- Mood: renamed from mood.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('level') IS NULL THEN
    ALTER TYPE mood
      RENAME TO level;
  ELSIF to_regtype('mood') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum mood is to be renamed to level, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Enum level: MEDIUM renamed from MID.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = 'level'::regtype AND enumlabel = 'MID'
  ) THEN
    IF EXISTS (
      SELECT FROM pg_enum
      WHERE enumtypid = 'level'::regtype AND enumlabel = 'MEDIUM'
    ) THEN
      RAISE EXCEPTION 'Enum value level.MID is to be renamed to level.MEDIUM, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TYPE level
      RENAME VALUE 'MID' TO 'MEDIUM';
  ELSIF NOT EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = 'level'::regtype AND enumlabel = 'MEDIUM'
  ) THEN
    RAISE EXCEPTION 'Enum level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: new value NONE.
-- Lock: none on a table.
ALTER TYPE level
  ADD VALUE IF NOT EXISTS 'NONE' BEFORE 'LOW';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'level'::regtype
  ) <> ARRAY['NONE', 'LOW', 'MEDIUM', 'HIGH']::text[] THEN
    RAISE EXCEPTION 'Enum level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Task.mood: new default.
-- Lock: ACCESS EXCLUSIVE on tasks, for a moment.
ALTER TABLE tasks
  ALTER COLUMN mood SET DEFAULT 'MEDIUM';
