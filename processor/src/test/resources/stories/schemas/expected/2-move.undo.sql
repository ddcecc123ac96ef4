-- U2__rename_invoices_to_billing_invoices_and_1_more
--
-- The way back from V2__rename_invoices_to_billing_invoices_and_1_more.
-- Renames table billing.invoices to invoices.
-- Renames table crm.payers to billing.accounts.
-- Renames constraint payers_pkey to accounts_pkey.
-- Renames constraint payers_iban_key to accounts_iban_key.
-- Drops schema crm.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_invoices_to_billing_invoices_and_1_more.json has its checksum.

-- Invoice: renamed from billing.invoices.
-- Lock: ACCESS EXCLUSIVE on billing.invoices, for a moment.
DO $varve$
BEGIN
  IF to_regclass('billing.invoices') IS NOT NULL THEN
    IF to_regclass('invoices') IS NOT NULL THEN
      RAISE EXCEPTION 'Table billing.invoices is to be renamed to invoices, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    EXECUTE format('ALTER TABLE billing.invoices SET SCHEMA %I', current_schema());
  ELSIF NOT ARRAY['id', 'account_id', 'total']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'invoices'::regclass) THEN
    RAISE EXCEPTION 'Table billing.invoices is not there, and invoices is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- Account: renamed from crm.payers.
-- Lock: ACCESS EXCLUSIVE on crm.payers, for a moment.
DO $varve$
BEGIN
  IF to_regclass('crm.payers') IS NOT NULL THEN
    IF to_regclass('billing.accounts') IS NOT NULL THEN
      RAISE EXCEPTION 'Table crm.payers is to be renamed to billing.accounts, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE crm.payers
      SET SCHEMA billing;
    ALTER TABLE billing.payers
      RENAME TO accounts;
  ELSIF NOT ARRAY['id', 'iban']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'billing.accounts'::regclass) THEN
    RAISE EXCEPTION 'Table crm.payers is not there, and billing.accounts is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- billing.accounts: constraint payers_pkey is accounts_pkey now.
-- Lock: ACCESS EXCLUSIVE on billing.accounts, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('billing.accounts') AND conname = 'accounts_pkey'
  ) THEN
    ALTER TABLE billing.accounts
      RENAME CONSTRAINT payers_pkey TO accounts_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('billing.accounts') AND conname = 'payers_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint payers_pkey of billing.accounts is to be renamed to accounts_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- billing.accounts: constraint payers_iban_key is accounts_iban_key now.
-- Lock: ACCESS EXCLUSIVE on billing.accounts, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('billing.accounts') AND conname = 'accounts_iban_key'
  ) THEN
    ALTER TABLE billing.accounts
      RENAME CONSTRAINT payers_iban_key TO accounts_iban_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('billing.accounts') AND conname = 'payers_iban_key'
  ) THEN
    RAISE EXCEPTION 'Constraint payers_iban_key of billing.accounts is to be renamed to accounts_iban_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Schema crm: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'crm')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('crm')
      ) THEN
    DROP SCHEMA crm;
  END IF;
END
$varve$;
