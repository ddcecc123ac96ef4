-- U1__create_sequence_lot_a_and_4_more
--
-- The way back from V1__create_sequence_lot_a_and_4_more.
-- Drops sequence owner of invoice_numbers.
-- Drops table invoice with its rows.
-- Drops grant on sequence invoice_numbers to PUBLIC.
-- Drops sequence invoice_numbers.
-- Drops sequence invoice_ids.
-- Drops sequence desk.tickets.
-- Drops sequence "Lot ""A""".
-- Drops schema desk.
--
-- Data lost: all rows of invoice; how far sequence invoice_numbers has counted; how far sequence invoice_ids has counted; how far sequence desk.tickets has counted; how far sequence Lot "A" has counted.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_sequence_lot_a_and_4_more.json has its checksum.

-- Sequence owner of invoice_numbers: dropped.
-- Lock: none on a table.
ALTER SEQUENCE IF EXISTS invoice_numbers OWNED BY NONE;

-- Invoice: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on invoice, for a moment.
DROP TABLE IF EXISTS invoice;

-- Grant on sequence invoice_numbers to PUBLIC: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('invoice_numbers') IS NOT NULL THEN
    REVOKE USAGE ON SEQUENCE invoice_numbers FROM PUBLIC;
  END IF;
END
$varve$;

-- Sequence invoice_numbers: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('invoice_numbers') AND relkind = 'S') THEN
    DROP SEQUENCE invoice_numbers;
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

-- Sequence desk.tickets: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('desk.tickets') AND relkind = 'S') THEN
    DROP SEQUENCE desk.tickets;
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
