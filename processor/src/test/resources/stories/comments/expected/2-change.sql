-- V2__rename_numbers_to_later_and_drop_view_counts_and_3_more
--
-- Renames sequence numbers to later.
-- Drops comment on view counts.
-- Drops comment on trigger note_keep ON pad.note.
-- Drops comment on policy "all of them" ON pad.note.
-- Drops comment on index note_text_idx ON pad.note.
-- Drops comment on extension citext.
-- Drops comment on enum mood.
-- Drops comment on constraint note_pkey ON pad.note.
-- Drops comment on composite type place.
-- Drops comment on column notes ON counts.
-- Drops policy "all of them" ON pad.note.
-- Drops view counts.
-- Drops index note_text_idx of pad.note.
-- Changes composite type place.
-- Takes value NONE out of enum mood; refused while a row has it.
-- Adds index note_text_idx to pad.note.
-- Creates view counts.
-- Creates policy "all of them" ON pad.note.
-- Creates comment on column notes ON counts.
-- Changes comment on column pad.note.text.
-- Creates comment on composite type place.
-- Creates comment on constraint note_pkey ON pad.note.
-- Creates comment on enum mood.
-- Creates comment on index note_text_idx ON pad.note.
-- And 4 changes more.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_numbers_to_later_and_drop_view_counts_and_3_more.json has its checksum.

-- varve:step transaction

-- Note.mood: no row may have NONE.
-- Lock: ACCESS SHARE on pad.note, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM pad.note WHERE mood::text = ANY (ARRAY[''NONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('mood') AND enumlabel = ANY (ARRAY['NONE']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum mood is to lose NONE, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Sequence numbers: renamed to later.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('numbers') IS NOT NULL THEN
    IF to_regclass('later') IS NOT NULL THEN
      RAISE EXCEPTION 'Sequence numbers is to be renamed to later, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER SEQUENCE numbers
      RENAME TO later;
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

-- Comment on trigger note_keep ON pad.note: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('pad.note') AND quote_ident(tgname) = 'note_keep') THEN
    COMMENT ON TRIGGER note_keep ON pad.note IS NULL;
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

-- Comment on extension citext: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE quote_ident(extname) = 'citext') THEN
    EXECUTE format('COMMENT ON EXTENSION citext IS %L', (
      SELECT comment FROM pg_available_extensions WHERE quote_ident(name) = 'citext'
    ));
  END IF;
END
$varve$;

-- Comment on enum mood: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('mood') IS NOT NULL THEN
    COMMENT ON TYPE mood IS NULL;
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
      OR (a.attrelid = to_regclass('pad.note') AND a.attname = ANY (ARRAY['mood']::name[]))
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

-- Note.text: no index any more.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DROP INDEX IF EXISTS pad.note_text_idx;

-- Composite type place: made anew, and all values of it written anew.
-- Lock: ACCESS EXCLUSIVE on pad.note, while it is written anew.
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (y integer, x integer);
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('place'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    ALTER TYPE place
      RENAME TO varve_old_place;
    IF to_regtype('varve_parked_9616191e_place') IS NOT NULL THEN
      ALTER TYPE varve_parked_9616191e_place
        RENAME TO place;
    ELSE
      CREATE TYPE place AS (y integer, x integer);
    END IF;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place) RETURNS place LANGUAGE sql STRICT
      BEGIN ATOMIC
        SELECT ($1).y, ($1).x;
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
        RENAME TO varve_parked_01ca819d_place;
    ELSE
      DROP TYPE varve_old_place;
    END IF;
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Mood: without NONE. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on pad.note, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'mood'::regtype
  ) <> ARRAY['GOOD', 'BAD']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'mood'::regtype
    ) <> ARRAY['GOOD', 'BAD', 'NONE']::text[] THEN
      RAISE EXCEPTION 'Enum mood exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE mood
      RENAME TO varve_old_mood;
    CREATE TYPE mood AS ENUM (
      'GOOD', 'BAD'
    );
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'varve_old_mood'::regtype::text;
      others text[] := '{}';
      other record;
    BEGIN
      FOR other IN
        WITH part AS (
          SELECT * FROM unnest(ARRAY['pad.note'::regclass]) AS oid
          UNION
          SELECT relid FROM unnest(ARRAY['pad.note'::regclass]) AS oid, pg_partition_tree(oid)
        )
        SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
          replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
        FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
        WHERE NOT relispartition
          AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
        UNION ALL
        SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
          format('ALTER TABLE %s ADD CONSTRAINT %I %s',
            part.oid, conname, pg_get_constraintdef(c.oid))
        FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
        UNION ALL
        SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
          format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
            part.oid, attname, pg_get_expr(adbin, adrelid))
        FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
        JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
      LOOP
        IF position(old IN other.made) > 0 THEN
          EXECUTE other.gone;
          others := others || replace(other.made, old, 'mood'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE pad.note
        ALTER COLUMN mood TYPE mood USING mood::text::mood;
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_mood'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'varve_old_mood'::regtype, 'varve_parked_' || 'varve_old_mood'::regtype::oid);
    ELSE
      DROP TYPE varve_old_mood;
    END IF;
  END IF;
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
COMMENT ON COLUMN pad.note.text IS 'as typed';

-- Comment on composite type place: made again.
COMMENT ON TYPE place IS 'somewhere';

-- Comment on enum mood: made again.
COMMENT ON TYPE mood IS 'how it was';

-- Comment on policy "all of them" ON pad.note: made again.
COMMENT ON POLICY "all of them" ON pad.note IS 'it''s open';

-- Comment on routine keep(): changed.
-- Lock: none on a table.
COMMENT ON ROUTINE keep() IS 'keeps all rows';

-- Comment on table pad.note: changed.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
COMMENT ON TABLE pad.note IS 'What somebody wrote';

-- Comment on view counts: made again.
COMMENT ON VIEW counts IS 'how many there are';

-- varve:step outside transaction

-- Note.text: index.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, while it is scanned.
-- varve:drop-invalid-index note_text_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS note_text_idx
  ON pad.note (text DESC);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE pad.note
  );
  CREATE INDEX note_text_idx ON pg_temp.varve_expected_1 (text DESC);
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
COMMENT ON INDEX pad.note_text_idx IS 'for the list, newest first';
