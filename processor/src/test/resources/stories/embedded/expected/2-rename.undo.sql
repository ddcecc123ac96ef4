-- U2__rename_billing_zip_to_billing_postcode_in_custome_and_1_more
--
-- The way back from V2__rename_billing_zip_to_billing_postcode_in_custome_and_1_more.
-- Renames column customer.billing_postcode to billing_zip.
-- Renames column customer.home_postcode to home_zip.
-- Renames index customer_home_postcode_idx to customer_home_zip_idx.
-- Renames index customer_billing_postcode_idx to customer_billing_zip_idx.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_billing_zip_to_billing_postcode_in_custome_and_1_more.json has its checksum.

-- customer.billing_zip: renamed from billing_postcode.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'billing_postcode' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('customer') AND attname = 'billing_zip' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column customer.billing_postcode is to be renamed to customer.billing_zip, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE customer
      RENAME COLUMN billing_postcode TO billing_zip;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'customer'::regclass AND attname = 'billing_zip'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column customer.billing_postcode is not there, and customer.billing_zip is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- customer.home_zip: renamed from home_postcode.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'home_postcode' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('customer') AND attname = 'home_zip' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column customer.home_postcode is to be renamed to customer.home_zip, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE customer
      RENAME COLUMN home_postcode TO home_zip;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'customer'::regclass AND attname = 'home_zip'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column customer.home_postcode is not there, and customer.home_zip is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- customer: index customer_home_postcode_idx is customer_home_zip_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('customer_home_zip_idx') IS NULL THEN
    ALTER INDEX customer_home_postcode_idx RENAME TO customer_home_zip_idx;
  ELSIF to_regclass('customer_home_postcode_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index customer_home_postcode_idx is to be renamed to customer_home_zip_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- customer: index customer_billing_postcode_idx is customer_billing_zip_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('customer_billing_zip_idx') IS NULL THEN
    ALTER INDEX customer_billing_postcode_idx RENAME TO customer_billing_zip_idx;
  ELSIF to_regclass('customer_billing_postcode_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index customer_billing_postcode_idx is to be renamed to customer_billing_zip_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
