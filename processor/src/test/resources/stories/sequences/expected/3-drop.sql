-- V3__drop_copy_from_invoice_and_6_more
--
-- Drops sequence owner of numbers.
-- Parks column invoice.copy: its values stay on disk as varve_parked_79a8574f_copy.
-- Changes the default of column invoice.id.
-- Changes the default of column invoice.number.
-- Drops grant on sequence numbers to PUBLIC.
-- Drops sequence office.tickets.
-- Drops sequence numbers.
-- Drops sequence invoice_ids.
-- Drops sequence "Lot ""A""".
-- Drops schema office.
--
-- Data lost: how far sequence office.tickets has counted; how far sequence numbers has counted; how far sequence invoice_ids has counted; how far sequence Lot "A" has counted.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__drop_copy_from_invoice_and_6_more.json has its checksum.

-- Sequence owner of numbers: dropped.
-- Lock: none on a table.
ALTER SEQUENCE IF EXISTS numbers OWNED BY NONE;

-- invoice.copy: parked. Its values stay on disk as varve_parked_79a8574f_copy.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoice') AND attname = 'varve_parked_79a8574f_copy' AND NOT attisdropped
  ) THEN
    ALTER TABLE invoice
      ALTER COLUMN copy DROP NOT NULL,
      ALTER COLUMN copy DROP DEFAULT;
    ALTER TABLE invoice
      RENAME COLUMN copy TO varve_parked_79a8574f_copy;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoice') AND attname = 'copy' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column invoice.copy is to be renamed to invoice.varve_parked_79a8574f_copy, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Invoice.id: no default any more.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN id DROP DEFAULT;

-- Invoice.number: no default any more.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
ALTER TABLE invoice
  ALTER COLUMN number DROP DEFAULT;

-- Grant on sequence numbers to PUBLIC: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('numbers') IS NOT NULL THEN
    REVOKE USAGE ON SEQUENCE numbers FROM PUBLIC;
  END IF;
END
$varve$;

-- Sequence office.tickets: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('office.tickets') AND relkind = 'S') THEN
    DROP SEQUENCE office.tickets;
  END IF;
END
$varve$;

-- Sequence numbers: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('numbers') AND relkind = 'S') THEN
    DROP SEQUENCE numbers;
  END IF;
END
$varve$;

-- Sequence invoice_ids: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('invoice_ids') AND relkind = 'S') THEN
    DROP SEQUENCE invoice_ids;
  END IF;
END
$varve$;

-- Sequence "Lot ""A""": dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('"Lot ""A"""') AND relkind = 'S') THEN
    DROP SEQUENCE "Lot ""A""";
  END IF;
END
$varve$;

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
