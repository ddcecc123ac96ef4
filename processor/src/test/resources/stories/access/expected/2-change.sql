-- V2__rename_text_to_body_in_notes
--
-- Changes role story_writer.
-- Renames column notes.text to body.
-- Drops routine notes_of(who bigint, at_most integer).
-- Changes routine touch().
-- Creates routine notes_of(who bigint, at_most integer).
-- Changes row security of notes.
-- Changes policy "own notes" ON notes.
-- Changes grant on table notes to story_reader.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_text_to_body_in_notes.json has its checksum.

-- Role story_writer: changed.
-- Lock: none on a table.
ALTER ROLE story_writer NOLOGIN INHERIT;
REVOKE story_reader FROM story_writer;

-- Note.body: renamed from text.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('notes') AND attname = 'text' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('notes') AND attname = 'body' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column notes.text is to be renamed to notes.body, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE notes
      RENAME COLUMN text TO body;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'notes'::regclass AND attname = 'body'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column notes.text is not there, and notes.body is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- Routine notes_of(who bigint, at_most integer): dropped, to be made again below.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS notes_of(who bigint, at_most integer);

-- Routine touch(): changed.
-- Lock: none on a table.
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := clock_timestamp();
  RETURN NEW;
END
$$;

-- Routine notes_of(who bigint, at_most integer): made again.
CREATE OR REPLACE FUNCTION notes_of(who bigint, at_most integer DEFAULT 10)
  RETURNS text LANGUAGE sql STABLE
  RETURN (SELECT n.body FROM notes AS n WHERE n.owner_id = who LIMIT 1);

-- Row security of notes: changed.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
ALTER TABLE notes
  ENABLE ROW LEVEL SECURITY,
  FORCE ROW LEVEL SECURITY;

-- Policy "own notes" ON notes: changed.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DROP POLICY IF EXISTS "own notes" ON notes;
CREATE POLICY "own notes" ON notes
  AS RESTRICTIVE
  FOR ALL
  TO story_writer
    USING (owner_id = current_setting('app.user')::bigint)
      WITH CHECK (owner_id = current_setting('app.user')::bigint);

-- Grant on table notes to story_reader: changed.
-- Lock: none on a table.
GRANT DELETE, SELECT ON TABLE notes TO story_reader;
