-- V4__drop_home_from_customer_and_4_more
--
-- Parks column customer.home: its values stay on disk as varve_parked_f5f1121b_home.
-- Parks column customer.others: its values stay on disk as varve_parked_327d73a2_others.
-- Drops column customer.credit with its values.
-- Drops composite type place.
-- Drops composite type money."Amount".
-- Drops enum currency.
-- Drops schema money.
--
-- Data lost: the values of customer.credit.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V4__drop_home_from_customer_and_4_more.json has its checksum.

-- customer.home: parked. Its values stay on disk as varve_parked_f5f1121b_home.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_f5f1121b_home' AND NOT attisdropped
  ) THEN
    ALTER TABLE customer
      ALTER COLUMN home DROP NOT NULL,
      ALTER COLUMN home DROP DEFAULT;
    ALTER TABLE customer
      RENAME COLUMN home TO varve_parked_f5f1121b_home;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'home' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column customer.home is to be renamed to customer.varve_parked_f5f1121b_home, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- customer.others: parked. Its values stay on disk as varve_parked_327d73a2_others.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_327d73a2_others' AND NOT attisdropped
  ) THEN
    ALTER TABLE customer
      ALTER COLUMN others DROP NOT NULL,
      ALTER COLUMN others DROP DEFAULT;
    ALTER TABLE customer
      RENAME COLUMN others TO varve_parked_327d73a2_others;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'others' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column customer.others is to be renamed to customer.varve_parked_327d73a2_others, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- customer.credit: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE IF EXISTS customer
  DROP COLUMN IF EXISTS credit;

-- Composite type place: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('place') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'place'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE place
        RENAME TO varve_parked_b654734e_place;
    ELSE
      DROP TYPE place;
    END IF;
  END IF;
END
$varve$;

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
