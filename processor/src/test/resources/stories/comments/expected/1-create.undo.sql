-- U1__create_domain_code_and_4_more
--
-- The way back from V1__create_domain_code_and_4_more.
-- Drops comment on view counts.
-- Drops comment on trigger note_keep ON pad.note.
-- Drops comment on table pad.note.
-- Drops comment on sequence numbers.
-- Drops comment on schema pad.
-- Drops comment on routine keep().
-- Drops comment on policy "all of them" ON pad.note.
-- Drops comment on index note_text_idx ON pad.note.
-- Drops comment on extension citext.
-- Drops comment on enum mood.
-- Drops comment on domain code.
-- Drops comment on constraint note_pkey ON pad.note.
-- Drops comment on composite type place.
-- Drops comment on column pad.note.text.
-- Drops comment on column notes ON counts.
-- Drops policy "all of them" ON pad.note.
-- Drops row security of pad.note.
-- Drops trigger note_keep ON pad.note.
-- Drops view counts.
-- Drops table pad.note with its rows.
-- Drops routine keep().
-- Drops sequence numbers.
-- Drops composite type place.
-- Drops domain code.
-- And 3 changes more.
--
-- Data lost: all rows of pad.note; how far sequence numbers has counted.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_domain_code_and_4_more.json has its checksum.

-- Comment on view counts: dropped.
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

-- Comment on table pad.note: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
DO $varve$
BEGIN
  IF to_regclass('pad.note') IS NOT NULL THEN
    COMMENT ON TABLE pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on sequence numbers: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('numbers') IS NOT NULL THEN
    COMMENT ON SEQUENCE numbers IS NULL;
  END IF;
END
$varve$;

-- Comment on schema pad: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regnamespace('pad') IS NOT NULL THEN
    COMMENT ON SCHEMA pad IS NULL;
  END IF;
END
$varve$;

-- Comment on routine keep(): dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regprocedure('keep()') IS NOT NULL THEN
    COMMENT ON ROUTINE keep() IS NULL;
  END IF;
END
$varve$;

-- Comment on policy "all of them" ON pad.note: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_policy WHERE polrelid = to_regclass('pad.note') AND quote_ident(polname) = '"all of them"') THEN
    COMMENT ON POLICY "all of them" ON pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on index note_text_idx ON pad.note: dropped.
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

-- Comment on enum mood: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('mood') IS NOT NULL THEN
    COMMENT ON TYPE mood IS NULL;
  END IF;
END
$varve$;

-- Comment on domain code: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('code') IS NOT NULL THEN
    COMMENT ON DOMAIN code IS NULL;
  END IF;
END
$varve$;

-- Comment on constraint note_pkey ON pad.note: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = to_regclass('pad.note') AND quote_ident(conname) = 'note_pkey') THEN
    COMMENT ON CONSTRAINT note_pkey ON pad.note IS NULL;
  END IF;
END
$varve$;

-- Comment on composite type place: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('place') IS NOT NULL THEN
    COMMENT ON TYPE place IS NULL;
  END IF;
END
$varve$;

-- Comment on column pad.note.text: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on pad.note, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('pad.note') AND attname = 'text' AND NOT attisdropped
  ) THEN
    COMMENT ON COLUMN pad.note.text IS NULL;
  END IF;
END
$varve$;

-- Comment on column notes ON counts: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass('counts') AND quote_ident(attname) = 'notes') THEN
    COMMENT ON COLUMN counts.notes IS NULL;
  END IF;
END
$varve$;

-- Policy "all of them" ON pad.note: dropped.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DROP POLICY IF EXISTS "all of them" ON pad.note;

-- Row security of pad.note: dropped.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
ALTER TABLE IF EXISTS pad.note
  NO FORCE ROW LEVEL SECURITY,
  DISABLE ROW LEVEL SECURITY;

-- Trigger note_keep ON pad.note: dropped.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DROP TRIGGER IF EXISTS note_keep ON pad.note;

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

-- View counts: dropped.
-- Lock: ACCESS EXCLUSIVE on counts, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('counts') AND relkind = 'v') THEN
    DROP VIEW counts;
  END IF;
END
$varve$;

-- Note: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on pad.note, for a moment.
DROP TABLE IF EXISTS pad.note;

-- Routine keep(): dropped.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS keep();

-- Sequence numbers: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('numbers') AND relkind = 'S') THEN
    DROP SEQUENCE numbers;
  END IF;
END
$varve$;

-- Composite type place: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('place') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'place'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE place
        RENAME TO varve_parked_01ca819d_place;
    ELSE
      DROP TYPE place;
    END IF;
  END IF;
END
$varve$;

-- Domain code: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('code') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'code'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN code
        RENAME TO varve_parked_6fe1c2e7_code;
    ELSE
      DROP DOMAIN code;
    END IF;
  END IF;
END
$varve$;

-- Mood: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS mood;

-- Extension citext: dropped, unless something uses it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension AS extension
    JOIN pg_depend AS part ON part.refclassid = 'pg_extension'::regclass
      AND part.refobjid = extension.oid AND part.deptype = 'e'
    JOIN pg_depend AS use ON use.refclassid = part.classid AND use.refobjid = part.objid
      AND use.deptype IN ('n', 'a')
      AND use.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    WHERE extname = 'citext'
      AND NOT EXISTS (
        SELECT FROM pg_depend AS own
        WHERE own.classid = use.classid AND own.objid = use.objid
          AND (
            own.deptype = 'e'
            OR own.deptype = 'i' AND EXISTS (
              SELECT FROM pg_depend AS whole
              WHERE whole.classid = own.refclassid AND whole.objid = own.refobjid
                AND whole.deptype = 'e'
            )
          )
      )
  ) THEN
    DROP EXTENSION IF EXISTS citext;
  END IF;
END
$varve$;

-- Schema pad: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'pad')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('pad')
      ) THEN
    DROP SCHEMA pad;
  END IF;
END
$varve$;
