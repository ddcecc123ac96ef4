-- V1__create_domain_code_and_4_more
--
-- Creates schema pad.
-- Creates extension citext.
-- Creates enum mood.
-- Creates domain code.
-- Creates composite type place.
-- Creates sequence numbers.
-- Creates routine keep().
-- Creates table pad.note.
-- Creates view counts.
-- Creates trigger note_keep ON pad.note.
-- Creates row security of pad.note.
-- Creates policy "all of them" ON pad.note.
-- Creates comment on column notes ON counts.
-- Creates comment on column pad.note.text.
-- Creates comment on composite type place.
-- Creates comment on constraint note_pkey ON pad.note.
-- Creates comment on domain code.
-- Creates comment on enum mood.
-- Creates comment on extension citext.
-- Creates comment on index note_text_idx ON pad.note.
-- Creates comment on policy "all of them" ON pad.note.
-- Creates comment on routine keep().
-- Creates comment on schema pad.
-- Creates comment on sequence numbers.
-- And 3 changes more.
--
-- Data lost: none.
-- Lost by the undo: all rows of pad.note; how far sequence numbers has counted.
--
-- Written by Varve, and not to be edited: V1__create_domain_code_and_4_more.json has its checksum.

-- Schema pad: new schema.
CREATE SCHEMA IF NOT EXISTS pad;

-- Extension citext: new extension.
CREATE EXTENSION IF NOT EXISTS citext;

-- Mood: new enum.
DO $varve$
BEGIN
  IF to_regtype('mood') IS NULL THEN
    CREATE TYPE mood AS ENUM (
      'GOOD', 'BAD', 'NONE'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'mood'::regtype
  ) <> ARRAY['GOOD', 'BAD', 'NONE']::text[] THEN
    RAISE EXCEPTION 'Enum mood exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Domain code: new domain.
DO $varve$
BEGIN
  IF to_regtype('code') IS NULL THEN
    IF to_regtype('varve_parked_6fe1c2e7_code') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_6fe1c2e7_code
        RENAME TO code;
    ELSE
      CREATE DOMAIN code AS text;
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS text;
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('code'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain code exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Composite type place: new composite type.
DO $varve$
BEGIN
  IF to_regtype('place') IS NULL THEN
    IF to_regtype('varve_parked_01ca819d_place') IS NOT NULL THEN
      ALTER TYPE varve_parked_01ca819d_place
        RENAME TO place;
    ELSE
      CREATE TYPE place AS (x integer, y integer);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (x integer, y integer);
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('place'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Type place exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Sequence numbers: new sequence.
CREATE SEQUENCE IF NOT EXISTS numbers AS bigint;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('numbers')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (1, 1, 1, 9223372036854775807, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence numbers exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Routine keep(): new routine.
CREATE OR REPLACE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';

-- Note: new table.
CREATE TABLE IF NOT EXISTS pad.note (
  id bigint NOT NULL,
  text text NOT NULL,
  code code NOT NULL,
  place place NOT NULL,
  mood mood NOT NULL,
  CONSTRAINT note_pkey PRIMARY KEY (id),
  CONSTRAINT note_code_key UNIQUE (code)
);

-- Note.text: index.
CREATE INDEX IF NOT EXISTS note_text_idx
  ON pad.note (text);

-- View counts: new view.
CREATE OR REPLACE VIEW counts (notes) AS
SELECT count(*) AS notes FROM pad.note;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('notes', 'bigint'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'counts'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View counts', differing;
  END IF;
END
$varve$;

-- Trigger note_keep ON pad.note: new trigger.
CREATE OR REPLACE TRIGGER note_keep
  BEFORE DELETE ON pad.note
  FOR EACH ROW
  EXECUTE FUNCTION keep();

-- Row security of pad.note: new row security.
ALTER TABLE pad.note
  ENABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY;

-- Policy "all of them" ON pad.note: new policy.
DROP POLICY IF EXISTS "all of them" ON pad.note;
CREATE POLICY "all of them" ON pad.note
  AS PERMISSIVE
  FOR ALL
  TO PUBLIC
    USING (true);

-- Comment on column notes ON counts: new comment.
COMMENT ON COLUMN counts.notes IS 'all of them';

-- Comment on column pad.note.text: new comment.
COMMENT ON COLUMN pad.note.text IS 'as it was typed';

-- Comment on composite type place: new comment.
COMMENT ON TYPE place IS 'somewhere';

-- Comment on constraint note_pkey ON pad.note: new comment.
COMMENT ON CONSTRAINT note_pkey ON pad.note IS 'by number';

-- Comment on domain code: new comment.
COMMENT ON DOMAIN code IS 'a short name';

-- Comment on enum mood: new comment.
COMMENT ON TYPE mood IS 'how it was';

-- Comment on extension citext: new comment.
COMMENT ON EXTENSION citext IS 'soon';

-- Comment on index note_text_idx ON pad.note: new comment.
COMMENT ON INDEX pad.note_text_idx IS 'for the list';

-- Comment on policy "all of them" ON pad.note: new comment.
COMMENT ON POLICY "all of them" ON pad.note IS 'it''s open';

-- Comment on routine keep(): new comment.
COMMENT ON ROUTINE keep() IS 'keeps rows';

-- Comment on schema pad: new comment.
COMMENT ON SCHEMA pad IS 'of paper';

-- Comment on sequence numbers: new comment.
COMMENT ON SEQUENCE numbers IS 'for later';

-- Comment on table pad.note: new comment.
COMMENT ON TABLE pad.note IS 'What people wrote down';

-- Comment on trigger note_keep ON pad.note: new comment.
COMMENT ON TRIGGER note_keep ON pad.note IS 'nothing goes';

-- Comment on view counts: new comment.
COMMENT ON VIEW counts IS 'how many there are';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, text text NOT NULL, code code NOT NULL, place place NOT NULL,
    mood mood NOT NULL, CONSTRAINT note_pkey PRIMARY KEY (id),
    CONSTRAINT note_code_key UNIQUE (code)
  );
  CREATE INDEX note_text_idx ON pg_temp.varve_expected_1 (text);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('pad.note'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
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
