-- V2__rename_invoice_numbers_to_numbers_and_7_more
--
-- Creates schema office.
-- Renames sequence invoice_numbers to numbers.
-- Renames sequence desk.tickets to office.tickets.
-- Drops sequence owner of numbers.
-- Changes sequence "Lot ""A""".
-- Changes sequence invoice_ids.
-- Changes sequence numbers.
-- Changes sequence office.tickets.
-- Adds column invoice.copy.
-- Changes the default of column invoice.number.
-- Drops schema desk.
-- Creates sequence owner of numbers.
--
-- Data lost: none.
-- Lost by the undo: the values of invoice.copy.
--
-- Written by Varve, and not to be edited: V2__rename_invoice_numbers_to_numbers_and_7_more.json has its checksum.

-- varve:step transaction

-- Schema office: new schema.
CREATE SCHEMA IF NOT EXISTS office;

-- Sequence invoice_numbers: renamed to numbers.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('invoice_numbers') IS NOT NULL THEN
    IF to_regclass('numbers') IS NOT NULL THEN
      RAISE EXCEPTION 'Sequence invoice_numbers is to be renamed to numbers, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER SEQUENCE invoice_numbers
      RENAME TO numbers;
  END IF;
END
$varve$;

-- Sequence desk.tickets: renamed to office.tickets.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('desk.tickets') IS NOT NULL THEN
    IF to_regclass('office.tickets') IS NOT NULL THEN
      RAISE EXCEPTION 'Sequence desk.tickets is to be renamed to office.tickets, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER SEQUENCE desk.tickets
      SET SCHEMA office;
  END IF;
END
$varve$;

-- Sequence owner of numbers: dropped, to be made again below.
-- Lock: none on a table.
ALTER SEQUENCE IF EXISTS numbers OWNED BY NONE;

-- Sequence "Lot ""A""": changed.
-- Lock: none on a table.
DO $varve$
DECLARE
  last bigint;
BEGIN
  -- Nobody takes a number until the end of this transaction.
  ALTER SEQUENCE "Lot ""A""" CACHE 1;
  SELECT last_value INTO last FROM "Lot ""A""";
  EXECUTE 'ALTER SEQUENCE "Lot ""A""" INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1'
    || CASE WHEN last < 1 THEN ' RESTART WITH 1' ELSE '' END;
END
$varve$;

-- Sequence invoice_ids: changed.
-- Lock: none on a table.
ALTER SEQUENCE invoice_ids START WITH 7;

-- Sequence numbers: changed.
-- Lock: none on a table.
DO $varve$
DECLARE
  last bigint;
BEGIN
  -- Nobody takes a number until the end of this transaction.
  ALTER SEQUENCE numbers CACHE 3;
  SELECT last_value INTO last FROM numbers;
  EXECUTE 'ALTER SEQUENCE numbers AS bigint INCREMENT BY 5 MINVALUE 2000 NO MAXVALUE START WITH 2000 CACHE 3'
    || CASE WHEN last < 2000 THEN ' RESTART WITH 2000' ELSE '' END;
END
$varve$;

-- Sequence office.tickets: changed.
-- Lock: none on a table.
ALTER SEQUENCE office.tickets AS smallint NO MINVALUE NO MAXVALUE START WITH 1 CACHE 1 NO CYCLE;

-- Invoice.copy: new column.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ADD COLUMN IF NOT EXISTS copy bigint;

-- Invoice.copy: new default.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN copy SET DEFAULT nextval('numbers');

-- Invoice.copy: no NULL in rows to come.
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

-- Invoice.number: new default.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN number SET DEFAULT nextval('numbers');

-- Schema desk: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'desk')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('desk')
      ) THEN
    DROP SCHEMA desk;
  END IF;
END
$varve$;

-- Sequence owner of numbers: made again.
ALTER SEQUENCE numbers OWNED BY invoice.copy;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    copy bigint
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

-- varve:step outside transaction

-- Invoice.copy: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on invoice, while rows of it are written.
-- varve:repeat
UPDATE invoice SET
  copy = nextval('numbers')
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM invoice WHERE copy IS NULL LIMIT 10000
));

-- varve:step transaction

-- Invoice.copy: no NULL in the rows that are there.
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

-- Invoice.copy: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN copy SET NOT NULL;
ALTER TABLE invoice
  DROP CONSTRAINT IF EXISTS varve_invoice_copy_not_null;
