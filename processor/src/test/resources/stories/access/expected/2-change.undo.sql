-- U2__rename_text_to_body_in_notes
--
-- The way back from V2__rename_text_to_body_in_notes.
-- Changes role story_writer.
-- Renames column notes.body to text.
-- Drops routine notes_of(who bigint, at_most integer).
-- Changes routine touch().
-- Creates routine notes_of(who bigint, at_most integer).
-- Changes row security of notes.
-- Changes policy "own notes" ON notes.
-- Changes grant on table notes to story_reader.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_text_to_body_in_notes.json has its checksum.

-- Role story_writer: changed.
-- Lock: none on a table.
ALTER ROLE story_writer NOLOGIN NOINHERIT;
GRANT story_reader TO story_writer;

-- notes.text: renamed from body.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('notes') AND attname = 'body' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('notes') AND attname = 'text' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column notes.body is to be renamed to notes.text, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE notes
      RENAME COLUMN body TO text;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'notes'::regclass AND attname = 'text'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column notes.body is not there, and notes.text is not what it would be renamed to. Rename the column back; then run the migration again.';
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
  NEW.changed_at := now();
  RETURN NEW;
END
$$;

-- Routine notes_of(who bigint, at_most integer): made again.
CREATE OR REPLACE FUNCTION notes_of(who bigint, at_most integer DEFAULT 10)
  RETURNS notes LANGUAGE sql STABLE
  RETURN (SELECT n FROM notes AS n WHERE n.owner_id = who LIMIT 1);

-- Row security of notes: changed.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
ALTER TABLE notes
  ENABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY;

-- Policy "own notes" ON notes: changed.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DROP POLICY IF EXISTS "own notes" ON notes;
CREATE POLICY "own notes" ON notes
  AS PERMISSIVE
  FOR ALL
  TO story_writer
    USING (owner_id = current_setting('app.user')::bigint)
      WITH CHECK (owner_id = current_setting('app.user')::bigint);

-- Grant on table notes to story_reader: changed.
-- Lock: none on a table.
GRANT SELECT ON TABLE notes TO story_reader;
DO $varve$
BEGIN
  IF to_regclass('notes') IS NOT NULL THEN
    REVOKE DELETE ON TABLE notes FROM story_reader;
  END IF;
END
$varve$;
