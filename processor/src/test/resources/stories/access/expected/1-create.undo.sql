-- U1__create_notes
--
-- The way back from V1__create_notes.
-- Drops grant on table notes to story_writer.
-- Drops grant on table notes to story_reader.
-- Drops policy "own notes" ON notes.
-- Drops row security of notes.
-- Drops trigger notes_touch ON notes.
-- Drops routine notes_of(who bigint, at_most integer).
-- Drops table notes with its rows.
-- Drops grant on routine touch() to story_writer.
-- Drops routine touch().
-- Drops routine tidy(INOUT gone integer).
-- Drops role story_writer.
-- Drops role story_reader.
--
-- Data lost: all rows of notes.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_notes.json has its checksum.

-- Grant on table notes to story_writer: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('notes') IS NOT NULL
      AND ARRAY['text']::name[] <@ ARRAY(
        SELECT attname FROM pg_attribute
        WHERE attrelid = to_regclass('notes') AND NOT attisdropped
      ) THEN
    REVOKE INSERT, UPDATE (text) ON TABLE notes FROM story_writer;
  END IF;
END
$varve$;

-- Grant on table notes to story_reader: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('notes') IS NOT NULL THEN
    REVOKE SELECT ON TABLE notes FROM story_reader;
  END IF;
END
$varve$;

-- Policy "own notes" ON notes: dropped.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DROP POLICY IF EXISTS "own notes" ON notes;

-- Row security of notes: dropped.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
ALTER TABLE IF EXISTS notes
  NO FORCE ROW LEVEL SECURITY,
  DISABLE ROW LEVEL SECURITY;

-- Trigger notes_touch ON notes: dropped.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DROP TRIGGER IF EXISTS notes_touch ON notes;

-- Routine notes_of(who bigint, at_most integer): dropped.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS notes_of(who bigint, at_most integer);

-- Note: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DROP TABLE IF EXISTS notes;

-- Grant on routine touch() to story_writer: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regprocedure('touch()') IS NOT NULL THEN
    REVOKE EXECUTE ON ROUTINE touch() FROM story_writer;
  END IF;
END
$varve$;

-- Routine touch(): dropped.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS touch();

-- Routine tidy(INOUT gone integer): dropped.
-- Lock: none on a table.
DROP PROCEDURE IF EXISTS tidy(INOUT gone integer);

-- Role story_writer: left where it is, for other databases may need it. To drop it: DROP ROLE story_writer.
-- Lock: none on a table.

-- Role story_reader: left where it is, for other databases may need it. To drop it: DROP ROLE story_reader.
-- Lock: none on a table.
