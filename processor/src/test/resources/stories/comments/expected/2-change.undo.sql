-- U2__rename_numbers_to_later_and_drop_view_counts_and_3_more
--
-- The way back from V2__rename_numbers_to_later_and_drop_view_counts_and_3_more.
-- Renames sequence later to numbers.
-- Drops comment on view counts.
-- Drops comment on policy "all of them" ON pad.note.
-- Drops comment on index note_text_idx ON pad.note.
-- Drops comment on constraint note_pkey ON pad.note.
-- Drops comment on composite type place.
-- Drops comment on column notes ON counts.
-- Drops policy "all of them" ON pad.note.
-- Drops view counts.
-- Adds value NONE to enum mood.
-- Drops index note_text_idx of pad.note.
-- Changes composite type place.
-- Adds index note_text_idx to pad.note.
-- Creates view counts.
-- Creates policy "all of them" ON pad.note.
-- Creates comment on column notes ON counts.
-- Changes comment on column pad.note.text.
-- Creates comment on composite type place.
-- Creates comment on constraint note_pkey ON pad.note.
-- Creates comment on extension citext.
-- Creates comment on index note_text_idx ON pad.note.
-- Creates comment on policy "all of them" ON pad.note.
-- Changes comment on routine keep().
-- Changes comment on table pad.note.
-- And 2 changes more.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_numbers_to_later_and_drop_view_counts_and_3_more.json has its checksum.

-- varve:step transaction

-- Mood: new value NONE.
-- Lock: none on a table.
ALTER TYPE mood
  ADD VALUE IF NOT EXISTS 'NONE';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'mood'::regtype
  ) <> ARRAY['GOOD', 'BAD', 'NONE']::text[] THEN
    RAISE EXCEPTION 'Enum mood exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Sequence later: renamed to numbers.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('later') IS NOT NULL THEN
    IF to_regclass('numbers') IS NOT NULL THEN
      RAISE EXCEPTION 'Sequence later is to be renamed to numbers, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER SEQUENCE later
      RENAME TO numbers;
  END IF;
END
$varve$;

-- Comment on view counts: dropped, to be made again below.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF to_regclass('counts') IS NOT NULL THEN
    COMMENT ON VIEW counts IS NULL;
  END IF;
END
$varve$;

-- Comment on policy "all of them" ON pad.note: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass('pad.note') AND quote_ident(polname) = '"all of them"') THEN
    COMMENT ON POLICY "all of them" ON pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on index note_text_idx ON pad.note: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('pad.note_text_idx') IS NOT NULL THEN
    COMMENT ON INDEX pad.note_text_idx IS NULL;
  END IF;
END
$varve$;

-- Comment on constraint note_pkey ON pad.note: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('pad.note') AND quote_ident(conname) = 'note_pkey') THEN
    COMMENT ON CONSTRAINT note_pkey ON pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on composite type place: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('place') IS NOT NULL THEN
    COMMENT ON TYPE place IS NULL;
  END IF;
END
$varve$;

-- Comment on column notes ON counts: dropped, to be made again below.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('counts') AND quote_ident(attname) = 'notes') THEN
    COMMENT ON COLUMN counts.notes IS NULL;
  END IF;
END
$varve$;

-- Policy "all of them" ON pad.note: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DROP POLICY IF EXISTS "all of them" ON pad.note;

-- Views that are not of the model stop this: they would have to go for a while.
-- Lock: none on a table.
DO $varve$
DECLARE
  dependents text;
BEGIN
  SELECT string_agg(DISTINCT v.oid::regclass::text, ', ') INTO dependents
  FROM pg_depend AS d
  JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  JOIN pg_class AS v ON v.oid = r.ev_class AND v.oid <> d.refobjid
  LEFT JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.refclassid = 'pg_class'::regclass
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('counts')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('counts')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View counts: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('counts') AND relkind = 'v') THEN
    DROP VIEW counts;
  END IF;
END
$varve$;

-- Composite type place: made anew, and all values of it written anew.
-- Lock: ACCESS EXCLUSIVE on pad.note, while it is written anew.
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
    ALTER TYPE place
      RENAME TO varve_old_place;
    IF to_regtype('varve_parked_01ca819d_place') IS NOT NULL THEN
      ALTER TYPE varve_parked_01ca819d_place
        RENAME TO place;
    ELSE
      CREATE TYPE place AS (x integer, y integer);
    END IF;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place) RETURNS place LANGUAGE sql STRICT
      BEGIN ATOMIC
        SELECT ($1).x, ($1).y;
      END;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place[]) RETURNS place[] LANGUAGE sql STRICT
      RETURN CASE array_ndims($1)
        WHEN 2 THEN ARRAY(
          SELECT ARRAY(
            SELECT pg_temp.varve_convert($1[i][j])
            FROM generate_subscripts($1, 2) AS j ORDER BY j
          )
          FROM generate_subscripts($1, 1) AS i ORDER BY i
        )
        ELSE ARRAY(
          SELECT pg_temp.varve_convert($1[i])
          FROM generate_subscripts($1, 1) AS i ORDER BY i
        )
      END;
    ALTER TABLE pad.note
      ALTER COLUMN place TYPE place USING pg_temp.varve_convert(place);
    DROP FUNCTION pg_temp.varve_convert(varve_old_place[]);
    DROP FUNCTION pg_temp.varve_convert(varve_old_place);
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_place'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE varve_old_place
        RENAME TO varve_parked_9616191e_place;
    ELSE
      DROP TYPE varve_old_place;
    END IF;
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- View counts: made again.
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

-- Policy "all of them" ON pad.note: made again.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DROP POLICY IF EXISTS "all of them" ON pad.note;
CREATE POLICY "all of them" ON pad.note
  AS PERMISSIVE
  FOR ALL
  TO PUBLIC
    USING (true);

-- Comment on column notes ON counts: made again.
COMMENT ON COLUMN counts.notes IS 'all of them';

-- Comment on column pad.note.text: changed.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
COMMENT ON COLUMN pad.note.text IS 'as it was typed';

-- Comment on composite type place: made again.
COMMENT ON TYPE place IS 'somewhere';

-- Comment on extension citext: new comment.
COMMENT ON EXTENSION citext IS 'soon';

-- Comment on policy "all of them" ON pad.note: made again.
COMMENT ON POLICY "all of them" ON pad.note IS 'it''s open';

-- Comment on routine keep(): changed.
-- Lock: none on a table.
COMMENT ON ROUTINE keep() IS 'keeps rows';

-- Comment on table pad.note: changed.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
COMMENT ON TABLE pad.note IS 'What people wrote down';

-- Comment on trigger note_keep ON pad.note: new comment.
COMMENT ON TRIGGER note_keep ON pad.note IS 'nothing goes';

-- Comment on view counts: made again.
COMMENT ON VIEW counts IS 'how many there are';

-- varve:step outside transaction

-- Note.text: index.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, while it is scanned.
-- varve:drop-invalid-index varve_new_note_text_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS varve_new_note_text_idx
  ON pad.note (text);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE pad.note
  );
  CREATE INDEX varve_new_note_text_idx ON pg_temp.varve_expected_1 (text);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('pad.note'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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

-- varve:step transaction

-- Note.text: the new index in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DO $varve$
BEGIN
  IF to_regclass('pad.varve_new_note_text_idx') IS NOT NULL THEN
    DROP INDEX IF EXISTS pad.note_text_idx;
    ALTER INDEX pad.varve_new_note_text_idx RENAME TO note_text_idx;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE pad.note
  );
  CREATE INDEX note_text_idx ON pg_temp.varve_expected_1 (text);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('pad.note'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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

-- varve:step transaction

-- Comment on constraint note_pkey ON pad.note: made again.
COMMENT ON CONSTRAINT note_pkey ON pad.note IS 'by number';

-- Comment on index note_text_idx ON pad.note: made again.
COMMENT ON INDEX pad.note_text_idx IS 'for the list';
