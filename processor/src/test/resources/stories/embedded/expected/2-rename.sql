-- V2__rename_billing_zip_to_billing_postcode_in_custome_and_1_more
--
-- Renames column customer.billing_zip to billing_postcode.
-- Renames column customer.home_zip to home_postcode.
-- Renames index customer_home_zip_idx to customer_home_postcode_idx.
-- Renames index customer_billing_zip_idx to customer_billing_postcode_idx.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_billing_zip_to_billing_postcode_in_custome_and_1_more.json has its checksum.

-- Customer.billingPostcode: renamed from billing_zip.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'billing_zip' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('customer') AND attname = 'billing_postcode' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column customer.billing_zip is to be renamed to customer.billing_postcode, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE customer
      RENAME COLUMN billing_zip TO billing_postcode;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'customer'::regclass AND attname = 'billing_postcode'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column customer.billing_zip is not there, and customer.billing_postcode is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- Customer.homePostcode: renamed from home_zip.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'home_zip' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('customer') AND attname = 'home_postcode' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column customer.home_zip is to be renamed to customer.home_postcode, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE customer
      RENAME COLUMN home_zip TO home_postcode;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'customer'::regclass AND attname = 'home_postcode'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column customer.home_zip is not there, and customer.home_postcode is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- customer: index customer_home_zip_idx is customer_home_postcode_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('customer_home_postcode_idx') IS NULL THEN
    ALTER INDEX customer_home_zip_idx RENAME TO customer_home_postcode_idx;
  ELSIF to_regclass('customer_home_zip_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index customer_home_zip_idx is to be renamed to customer_home_postcode_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- customer: index customer_billing_zip_idx is customer_billing_postcode_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('customer_billing_postcode_idx') IS NULL THEN
    ALTER INDEX customer_billing_zip_idx RENAME TO customer_billing_postcode_idx;
  ELSIF to_regclass('customer_billing_zip_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index customer_billing_zip_idx is to be renamed to customer_billing_postcode_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
