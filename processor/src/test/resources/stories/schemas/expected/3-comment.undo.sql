-- U3__rename_billing_invoices_to_invoices_and_1_more
--
-- The way back from V3__rename_billing_invoices_to_invoices_and_1_more.
-- Creates schema billing.
-- Renames table invoices to billing.invoices.
-- Renames column billing.invoices.cents to total.
-- Creates comment on column crm.payers.iban.
-- Changes comment on table crm.payers.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__rename_billing_invoices_to_invoices_and_1_more.json has its checksum.

-- Schema billing: new schema.
CREATE SCHEMA IF NOT EXISTS billing;

-- Invoice: renamed from invoices.
-- Lock: ACCESS EXCLUSIVE on invoices, for a moment.
DO $varve$
BEGIN
  IF to_regclass('invoices') IS NOT NULL THEN
    IF to_regclass('billing.invoices') IS NOT NULL THEN
      RAISE EXCEPTION 'Table invoices is to be renamed to billing.invoices, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE invoices
      SET SCHEMA billing;
  ELSIF NOT ARRAY['id', 'account_id']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'billing.invoices'::regclass) THEN
    RAISE EXCEPTION 'Table invoices is not there, and billing.invoices is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- billing.invoices.total: renamed from cents.
-- Lock: ACCESS EXCLUSIVE on billing.invoices, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('billing.invoices') AND attname = 'cents' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('billing.invoices') AND attname = 'total' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column billing.invoices.cents is to be renamed to billing.invoices.total, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE billing.invoices
      RENAME COLUMN cents TO total;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'billing.invoices'::regclass AND attname = 'total'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column billing.invoices.cents is not there, and billing.invoices.total is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- Comment on column crm.payers.iban: new comment.
-- Lock: SHARE UPDATE EXCLUSIVE on crm.payers, for a moment.
COMMENT ON COLUMN crm.payers.iban IS 'As the bank''s "statement" prints it: it''s unique.';

-- Comment on table crm.payers: changed.
-- Lock: SHARE UPDATE EXCLUSIVE on crm.payers, for a moment.
COMMENT ON TABLE crm.payers IS 'Who pays.';
