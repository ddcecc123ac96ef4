-- U1__create_composite_type_address_and_2_more
--
-- The way back from V1__create_composite_type_address_and_2_more.
-- Drops table customer with its rows.
-- Drops composite type money."Amount".
-- Drops composite type address.
-- Drops enum currency.
-- Drops schema money.
--
-- Data lost: all rows of customer.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_composite_type_address_and_2_more.json has its checksum.

-- Customer: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DROP TABLE IF EXISTS customer;

-- Composite type money."Amount": dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('money."Amount"') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'money."Amount"'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE money."Amount"
        RENAME TO "varve_parked_d1d067ed_Amount";
    ELSE
      DROP TYPE money."Amount";
    END IF;
  END IF;
END
$varve$;

-- Composite type address: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('address') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'address'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE address
        RENAME TO varve_parked_7efb9505_address;
    ELSE
      DROP TYPE address;
    END IF;
  END IF;
END
$varve$;

-- Currency: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS currency;

-- Schema money: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'money')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('money')
      ) THEN
    DROP SCHEMA money;
  END IF;
END
$varve$;
