-- U3__drop_grant_on_table_notes_to_story_writer_and_10_more
--
-- The way back from V3__drop_grant_on_table_notes_to_story_writer_and_10_more.
-- Creates role story_reader.
-- Creates role story_writer.
-- Creates routine tidy(INOUT gone integer).
-- Creates routine touch().
-- Creates grant on routine touch() to story_writer.
-- Creates routine notes_of(who bigint, at_most integer).
-- Creates trigger notes_touch ON notes.
-- Creates row security of notes.
-- Creates policy "own notes" ON notes.
-- Creates grant on table notes to story_reader.
-- Creates grant on table notes to story_writer.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__drop_grant_on_table_notes_to_story_writer_and_10_more.json has its checksum.

-- Role story_reader: new role.
DO $varve$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'story_reader') THEN
    CREATE ROLE story_reader NOLOGIN INHERIT;
  END IF;
END
$varve$;

-- Role story_writer: new role.
DO $varve$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'story_writer') THEN
    CREATE ROLE story_writer NOLOGIN INHERIT;
  END IF;
END
$varve$;

-- Routine tidy(INOUT gone integer): new routine.
CREATE OR REPLACE PROCEDURE tidy(INOUT gone integer) LANGUAGE sql AS 'SELECT gone + 1';

-- Routine touch(): new routine.
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := clock_timestamp();
  RETURN NEW;
END
$$;

-- Grant on routine touch() to story_writer: new grant.
GRANT EXECUTE ON ROUTINE touch() TO story_writer;

-- Routine notes_of(who bigint, at_most integer): new routine.
CREATE OR REPLACE FUNCTION notes_of(who bigint, at_most integer DEFAULT 10)
  RETURNS text LANGUAGE sql STABLE
  RETURN (SELECT n.body FROM notes AS n WHERE n.owner_id = who LIMIT 1);

-- Trigger notes_touch ON notes: new trigger.
-- Lock: SHARE ROW EXCLUSIVE on notes, for a moment.
CREATE OR REPLACE TRIGGER notes_touch
  BEFORE INSERT OR UPDATE OF body ON notes
  FOR EACH ROW
  WHEN (NEW.body <> '')
  EXECUTE FUNCTION touch();

-- Row security of notes: new row security.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
ALTER TABLE notes
  ENABLE ROW LEVEL SECURITY,
  FORCE ROW LEVEL SECURITY;

-- Policy "own notes" ON notes: new policy.
-- Lock: ACCESS EXCLUSIVE on notes, for a moment.
DROP POLICY IF EXISTS "own notes" ON notes;
CREATE POLICY "own notes" ON notes
  AS RESTRICTIVE
  FOR ALL
  TO story_writer
    USING (owner_id = current_setting('app.user')::bigint)
      WITH CHECK (owner_id = current_setting('app.user')::bigint);

-- Grant on table notes to story_reader: new grant.
GRANT DELETE, SELECT ON TABLE notes TO story_reader;

-- Grant on table notes to story_writer: new grant.
GRANT INSERT, UPDATE (body) ON TABLE notes TO story_writer;
