-- U2__rename_invoice_numbers_to_numbers_and_7_more
--
-- The way back from V2__rename_invoice_numbers_to_numbers_and_7_more.
-- Creates schema desk.
-- Renames sequence numbers to invoice_numbers.
-- Renames sequence office.tickets to desk.tickets.
-- Drops sequence owner of invoice_numbers.
-- Changes sequence "Lot ""A""".
-- Changes sequence desk.tickets.
-- Changes sequence invoice_ids.
-- Changes sequence invoice_numbers.
-- Drops column invoice.copy with its values.
-- Changes the default of column invoice.number.
-- Drops schema office.
-- Creates sequence owner of invoice_numbers.
--
-- Data lost: the values of invoice.copy.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_invoice_numbers_to_numbers_and_7_more.json has its checksum.

-- Schema desk: new schema.
CREATE SCHEMA IF NOT EXISTS desk;

-- Sequence numbers: renamed to invoice_numbers.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('numbers') IS NOT NULL THEN
    IF to_regclass('invoice_numbers') IS NOT NULL THEN
      RAISE EXCEPTION 'Sequence numbers is to be renamed to invoice_numbers, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER SEQUENCE numbers
      RENAME TO invoice_numbers;
  END IF;
END
$varve$;

-- Sequence office.tickets: renamed to desk.tickets.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('office.tickets') IS NOT NULL THEN
    IF to_regclass('desk.tickets') IS NOT NULL THEN
      RAISE EXCEPTION 'Sequence office.tickets is to be renamed to desk.tickets, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER SEQUENCE office.tickets
      SET SCHEMA desk;
  END IF;
END
$varve$;

-- Sequence owner of invoice_numbers: dropped, to be made again below.
-- Lock: none on a table.
ALTER SEQUENCE IF EXISTS invoice_numbers OWNED BY NONE;

-- Sequence "Lot ""A""": changed.
-- Lock: none on a table.
DO $varve$
DECLARE
  last bigint;
BEGIN
  -- Nobody takes a number until the end of this transaction.
  ALTER SEQUENCE "Lot ""A""" CACHE 1;
  SELECT last_value INTO last FROM "Lot ""A""";
  EXECUTE 'ALTER SEQUENCE "Lot ""A""" INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH -1'
    || CASE WHEN last > -1 THEN ' RESTART WITH -1' ELSE '' END;
END
$varve$;

-- Sequence desk.tickets: changed.
-- Lock: none on a table.
DO $varve$
DECLARE
  last bigint;
BEGIN
  -- Nobody takes a number until the end of this transaction.
  ALTER SEQUENCE desk.tickets CACHE 20;
  SELECT last_value INTO last FROM desk.tickets;
  EXECUTE 'ALTER SEQUENCE desk.tickets AS bigint NO MINVALUE MAXVALUE 9999 START WITH 1 CACHE 20 CYCLE'
    || CASE WHEN last < 1 THEN ' RESTART WITH 1' ELSE '' END;
END
$varve$;

-- Sequence invoice_ids: changed.
-- Lock: none on a table.
ALTER SEQUENCE invoice_ids START WITH 5;

-- Sequence invoice_numbers: changed.
-- Lock: none on a table.
DO $varve$
DECLARE
  last bigint;
BEGIN
  -- Nobody takes a number until the end of this transaction.
  ALTER SEQUENCE invoice_numbers CACHE 1;
  SELECT last_value INTO last FROM invoice_numbers;
  EXECUTE 'ALTER SEQUENCE invoice_numbers AS integer INCREMENT BY 10 NO MINVALUE NO MAXVALUE START WITH 1000 CACHE 1'
    || CASE WHEN last < 1 THEN ' RESTART WITH 1' ELSE '' END;
END
$varve$;

-- Invoice.copy: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE IF EXISTS invoice
  DROP COLUMN IF EXISTS copy;

-- Invoice.number: new default.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN number SET DEFAULT nextval('invoice_numbers');

-- Schema office: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'office')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('office')
      ) THEN
    DROP SCHEMA office;
  END IF;
END
$varve$;

-- Sequence owner of invoice_numbers: made again.
ALTER SEQUENCE invoice_numbers OWNED BY invoice.number;
