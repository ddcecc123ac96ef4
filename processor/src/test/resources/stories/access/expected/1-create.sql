-- V1__create_notes
--
-- Creates role story_reader.
-- Creates role story_writer.
-- Creates routine tidy(INOUT gone integer).
-- Creates routine touch().
-- Creates grant on routine touch() to story_writer.
-- Creates table notes.
-- Creates routine notes_of(who bigint, at_most integer).
-- Creates trigger notes_touch ON notes.
-- Creates row security of notes.
-- Creates policy "own notes" ON notes.
-- Creates grant on table notes to story_reader.
-- Creates grant on table notes to story_writer.
--
-- Data lost: none.
-- Lost by the undo: all rows of notes.
--
-- Written by Varve, and not to be edited: V1__create_notes.json has its checksum.

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
    CREATE ROLE story_writer NOLOGIN NOINHERIT;
  END IF;
END
$varve$;
GRANT story_reader TO story_writer;

-- Routine tidy(INOUT gone integer): new routine.
CREATE OR REPLACE PROCEDURE tidy(INOUT gone integer) LANGUAGE sql AS 'SELECT gone + 1';

-- Routine touch(): new routine.
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := now();
  RETURN NEW;
END
$$;

-- Grant on routine touch() to story_writer: new grant.
GRANT EXECUTE ON ROUTINE touch() TO story_writer;

-- Note: new table.
CREATE TABLE IF NOT EXISTS notes (
  id bigint NOT NULL,
  owner_id bigint NOT NULL,
  text text NOT NULL,
  changed_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);

-- Routine notes_of(who bigint, at_most integer): new routine.
CREATE OR REPLACE FUNCTION notes_of(who bigint, at_most integer DEFAULT 10)
  RETURNS notes LANGUAGE sql STABLE
  RETURN (SELECT n FROM notes AS n WHERE n.owner_id = who LIMIT 1);

-- Trigger notes_touch ON notes: new trigger.
CREATE OR REPLACE TRIGGER notes_touch
  BEFORE INSERT OR UPDATE OF text ON notes
  FOR EACH ROW
  WHEN (NEW.text <> '')
  EXECUTE FUNCTION touch();

-- Row security of notes: new row security.
ALTER TABLE notes
  ENABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY;

-- Policy "own notes" ON notes: new policy.
DROP POLICY IF EXISTS "own notes" ON notes;
CREATE POLICY "own notes" ON notes
  AS PERMISSIVE
  FOR ALL
  TO story_writer
    USING (owner_id = current_setting('app.user')::bigint)
      WITH CHECK (owner_id = current_setting('app.user')::bigint);

-- Grant on table notes to story_reader: new grant.
GRANT SELECT ON TABLE notes TO story_reader;

-- Grant on table notes to story_writer: new grant.
GRANT INSERT, UPDATE (text) ON TABLE notes TO story_writer;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, owner_id bigint NOT NULL, text text NOT NULL,
    changed_at timestamptz DEFAULT now() NOT NULL, CONSTRAINT notes_pkey PRIMARY KEY (id)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('notes'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('relation %s', actual)
    FROM pair
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
      ('r', 'p', e.reltablespace, e.reloptions)
    UNION ALL
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
