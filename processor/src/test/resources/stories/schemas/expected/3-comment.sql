-- V3__rename_billing_invoices_to_invoices_and_1_more
--
-- Renames table billing.invoices to invoices.
-- Renames column invoices.total to cents.
-- Drops comment on column crm.payers.iban.
-- Drops schema billing.
-- Changes comment on table crm.payers.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__rename_billing_invoices_to_invoices_and_1_more.json has its checksum.

-- Invoice: renamed from billing.invoices.
-- Lock: ACCESS EXCLUSIVE on billing.invoices, for a moment.
DO $varve$
BEGIN
  IF to_regclass('billing.invoices') IS NOT NULL THEN
    IF to_regclass('invoices') IS NOT NULL THEN
      RAISE EXCEPTION 'Table billing.invoices is to be renamed to invoices, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    EXECUTE format('ALTER TABLE billing.invoices SET SCHEMA %I', current_schema());
  ELSIF NOT ARRAY['id', 'account_id']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'invoices'::regclass) THEN
    RAISE EXCEPTION 'Table billing.invoices is not there, and invoices is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- Invoice.cents: renamed from total.
-- Lock: ACCESS EXCLUSIVE on invoices, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoices') AND attname = 'total' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('invoices') AND attname = 'cents' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column invoices.total is to be renamed to invoices.cents, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE invoices
      RENAME COLUMN total TO cents;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'invoices'::regclass AND attname = 'cents'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column invoices.total is not there, and invoices.cents is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- Comment on column crm.payers.iban: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on crm.payers, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('crm.payers') AND attname = 'iban' AND NOT attisdropped
  ) THEN
    COMMENT ON COLUMN crm.payers.iban IS NULL;
  END IF;
END
$varve$;

-- Schema billing: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'billing')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('billing')
      ) THEN
    DROP SCHEMA billing;
  END IF;
END
$varve$;

-- Comment on table crm.payers: changed.
-- Lock: SHARE UPDATE EXCLUSIVE on crm.payers, for a moment.
COMMENT ON TABLE crm.payers IS 'Who pays, and who has paid.';
