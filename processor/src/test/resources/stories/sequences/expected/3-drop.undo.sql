-- U3__drop_copy_from_invoice_and_6_more
--
-- The way back from V3__drop_copy_from_invoice_and_6_more.
-- Creates schema office.
-- Creates sequence "Lot ""A""".
-- Creates sequence invoice_ids.
-- Creates sequence numbers.
-- Creates sequence office.tickets.
-- Creates grant on sequence numbers to PUBLIC.
-- Brings back column invoice.copy with its values.
-- Changes the default of column invoice.id.
-- Changes the default of column invoice.number.
-- Creates sequence owner of numbers.
--
-- Data lost: none.
-- Not brought back: how far sequence office.tickets has counted; how far sequence numbers has counted; how far sequence invoice_ids has counted; how far sequence Lot "A" has counted.
--
-- Written by Varve, and not to be edited: V3__drop_copy_from_invoice_and_6_more.json has its checksum.

-- varve:step transaction

-- invoice.varve_parked_79a8574f_copy: no row may have NULL.
-- Lock: ACCESS SHARE on invoice, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM invoice WHERE varve_parked_79a8574f_copy IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoice') AND attname = 'varve_parked_79a8574f_copy' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoice') AND attname = 'varve_parked_79a8574f_copy' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column invoice.varve_parked_79a8574f_copy is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Schema office: new schema.
CREATE SCHEMA IF NOT EXISTS office;

-- Sequence "Lot ""A""": new sequence.
CREATE SEQUENCE IF NOT EXISTS "Lot ""A""" AS bigint;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('"Lot ""A"""')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (1, 1, 1, 9223372036854775807, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence Lot "A" exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Sequence invoice_ids: new sequence.
CREATE SEQUENCE IF NOT EXISTS invoice_ids AS bigint START WITH 7;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('invoice_ids')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (7, 1, 1, 9223372036854775807, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence invoice_ids exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Sequence numbers: new sequence.
CREATE SEQUENCE IF NOT EXISTS numbers AS bigint INCREMENT BY 5 MINVALUE 2000 CACHE 3;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('numbers')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (2000, 5, 2000, 9223372036854775807, 3, false)
  ) THEN
    RAISE EXCEPTION 'Sequence numbers exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Sequence office.tickets: new sequence.
CREATE SEQUENCE IF NOT EXISTS office.tickets AS smallint;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('office.tickets')
      AND seqtypid = 'smallint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (1, 1, 1, 32767, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence office.tickets exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Grant on sequence numbers to PUBLIC: new grant.
GRANT USAGE ON SEQUENCE numbers TO PUBLIC;

-- invoice.copy: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoice') AND attname = 'varve_parked_79a8574f_copy' AND NOT attisdropped
  ) THEN
    ALTER TABLE invoice
      RENAME COLUMN varve_parked_79a8574f_copy TO copy;
  END IF;
END
$varve$;
ALTER TABLE invoice
  ALTER COLUMN copy SET DEFAULT nextval('numbers');

-- invoice.copy: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoice') AND attname = 'copy' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('invoice') AND conname = 'varve_invoice_copy_not_null'
  ) THEN
    ALTER TABLE invoice
      ADD CONSTRAINT varve_invoice_copy_not_null CHECK (copy IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Invoice.id: new default.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN id SET DEFAULT nextval('invoice_ids');

-- Invoice.number: new default.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN number SET DEFAULT nextval('numbers');

-- Sequence owner of numbers: new sequence owner.
ALTER SEQUENCE numbers OWNED BY invoice.copy;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    copy bigint NOT NULL
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('invoice'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
      AND objid NOT IN ('numbers'::regclass)
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- invoice.copy: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on invoice, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('invoice') AND conname = 'varve_invoice_copy_not_null'
  ) THEN
    ALTER TABLE invoice
      VALIDATE CONSTRAINT varve_invoice_copy_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- invoice.copy: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN copy SET NOT NULL;
ALTER TABLE invoice
  DROP CONSTRAINT IF EXISTS varve_invoice_copy_not_null;
