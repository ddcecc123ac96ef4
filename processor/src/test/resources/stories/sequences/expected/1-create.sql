-- V1__create_sequence_lot_a_and_4_more
--
-- Creates schema desk.
-- Creates sequence "Lot ""A""".
-- Creates sequence desk.tickets.
-- Creates sequence invoice_ids.
-- Creates sequence invoice_numbers.
-- Creates grant on sequence invoice_numbers to PUBLIC.
-- Creates table invoice.
-- Creates sequence owner of invoice_numbers.
--
-- Data lost: none.
-- Lost by the undo: all rows of invoice; how far sequence invoice_numbers has counted; how far sequence invoice_ids has counted; how far sequence desk.tickets has counted; how far sequence Lot "A" has counted.
--
-- Written by Varve, and not to be edited: V1__create_sequence_lot_a_and_4_more.json has its checksum.

-- Schema desk: new schema.
CREATE SCHEMA IF NOT EXISTS desk;

-- Sequence "Lot ""A""": new sequence.
CREATE SEQUENCE IF NOT EXISTS "Lot ""A""" AS bigint INCREMENT BY -1;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('"Lot ""A"""')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (-1, -1, -9223372036854775808, -1, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence Lot "A" exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Sequence desk.tickets: new sequence.
CREATE SEQUENCE IF NOT EXISTS desk.tickets AS bigint MAXVALUE 9999 CACHE 20 CYCLE;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('desk.tickets')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (1, 1, 1, 9999, 20, true)
  ) THEN
    RAISE EXCEPTION 'Sequence desk.tickets exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Sequence invoice_ids: new sequence.
CREATE SEQUENCE IF NOT EXISTS invoice_ids AS bigint START WITH 5;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('invoice_ids')
      AND seqtypid = 'bigint'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (5, 1, 1, 9223372036854775807, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence invoice_ids exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Sequence invoice_numbers: new sequence.
CREATE SEQUENCE IF NOT EXISTS invoice_numbers AS integer START WITH 1000 INCREMENT BY 10;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_sequence
    WHERE seqrelid = to_regclass('invoice_numbers')
      AND seqtypid = 'integer'::regtype
      AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
        = (1000, 10, 1, 2147483647, 1, false)
  ) THEN
    RAISE EXCEPTION 'Sequence invoice_numbers exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Grant on sequence invoice_numbers to PUBLIC: new grant.
GRANT USAGE ON SEQUENCE invoice_numbers TO PUBLIC;

-- Invoice: new table.
CREATE TABLE IF NOT EXISTS invoice (
  id bigint DEFAULT nextval('invoice_ids') NOT NULL,
  number integer DEFAULT nextval('invoice_numbers') NOT NULL,
  text text NOT NULL,
  CONSTRAINT invoice_pkey PRIMARY KEY (id)
);

-- Sequence owner of invoice_numbers: new sequence owner.
ALTER SEQUENCE invoice_numbers OWNED BY invoice.number;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint DEFAULT nextval('invoice_ids') NOT NULL,
    number integer DEFAULT nextval('invoice_numbers') NOT NULL, text text NOT NULL,
    CONSTRAINT invoice_pkey PRIMARY KEY (id)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('invoice'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
      AND objid NOT IN ('invoice_numbers'::regclass)
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
