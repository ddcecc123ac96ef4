-- U1__create_invoices_and_create_billing_accounts
--
-- The way back from V1__create_invoices_and_create_billing_accounts.
-- Drops comment on table billing.accounts.
-- Drops comment on column invoices.total.
-- Drops comment on column billing.accounts.iban.
-- Drops constraint invoices_account_id_fkey of invoices.
-- Drops table invoices with its rows.
-- Drops table billing.accounts with its rows.
-- Drops schema billing.
--
-- Data lost: all rows of invoices; all rows of billing.accounts.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_invoices_and_create_billing_accounts.json has its checksum.

-- Comment on table billing.accounts: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on billing.accounts, for a moment.
DO $varve$
BEGIN
  IF to_regclass('billing.accounts') IS NOT NULL THEN
    COMMENT ON TABLE billing.accounts IS NULL;
  END IF;
END
$varve$;

-- Comment on column invoices.total: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on invoices, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('invoices') AND attname = 'total' AND NOT attisdropped
  ) THEN
    COMMENT ON COLUMN invoices.total IS NULL;
  END IF;
END
$varve$;

-- Comment on column billing.accounts.iban: dropped.
-- Lock: SHARE UPDATE EXCLUSIVE on billing.accounts, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('billing.accounts') AND attname = 'iban' AND NOT attisdropped
  ) THEN
    COMMENT ON COLUMN billing.accounts.iban IS NULL;
  END IF;
END
$varve$;

-- Invoice.accountId: no reference to billing.accounts any more.
-- Lock: ACCESS EXCLUSIVE on invoices, billing.accounts, for a moment.
ALTER TABLE IF EXISTS invoices
  DROP CONSTRAINT IF EXISTS invoices_account_id_fkey;

-- Invoice: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on invoices, for a moment.
DROP TABLE IF EXISTS invoices;

-- Account: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on billing.accounts, for a moment.
DROP TABLE IF EXISTS billing.accounts;

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
