-- V2__rename_invoices_to_billing_invoices_and_1_more
--
-- Creates schema crm.
-- Renames table invoices to billing.invoices.
-- Renames table billing.accounts to crm.payers.
-- Renames constraint accounts_pkey to payers_pkey.
-- Renames constraint accounts_iban_key to payers_iban_key.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_invoices_to_billing_invoices_and_1_more.json has its checksum.

-- Schema crm: new schema.
CREATE SCHEMA IF NOT EXISTS crm;

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
  ELSIF NOT ARRAY['id', 'account_id', 'total']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'billing.invoices'::regclass) THEN
    RAISE EXCEPTION 'Table invoices is not there, and billing.invoices is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- Account: renamed from billing.accounts.
-- Lock: ACCESS EXCLUSIVE on billing.accounts, for a moment.
DO $varve$
BEGIN
  IF to_regclass('billing.accounts') IS NOT NULL THEN
    IF to_regclass('crm.payers') IS NOT NULL THEN
      RAISE EXCEPTION 'Table billing.accounts is to be renamed to crm.payers, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE billing.accounts
      SET SCHEMA crm;
    ALTER TABLE crm.accounts
      RENAME TO payers;
  ELSIF NOT ARRAY['id', 'iban']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'crm.payers'::regclass) THEN
    RAISE EXCEPTION 'Table billing.accounts is not there, and crm.payers is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- crm.payers: constraint accounts_pkey is payers_pkey now.
-- Lock: ACCESS EXCLUSIVE on crm.payers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('crm.payers') AND conname = 'payers_pkey'
  ) THEN
    ALTER TABLE crm.payers
      RENAME CONSTRAINT accounts_pkey TO payers_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('crm.payers') AND conname = 'accounts_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint accounts_pkey of crm.payers is to be renamed to payers_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- crm.payers: constraint accounts_iban_key is payers_iban_key now.
-- Lock: ACCESS EXCLUSIVE on crm.payers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('crm.payers') AND conname = 'payers_iban_key'
  ) THEN
    ALTER TABLE crm.payers
      RENAME CONSTRAINT accounts_iban_key TO payers_iban_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('crm.payers') AND conname = 'accounts_iban_key'
  ) THEN
    RAISE EXCEPTION 'Constraint accounts_iban_key of crm.payers is to be renamed to payers_iban_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
