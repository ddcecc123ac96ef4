-- U1__create_domain_odd_name_and_5_more
--
-- The way back from V1__create_domain_odd_name_and_5_more.
-- Drops table person with its rows.
-- Drops domain postal_code.
-- Drops routine is_code(code text).
-- Drops domain money.credit.
-- Drops domain email.
-- Drops domain amount.
-- Drops domain "Odd Name".
-- Drops schema money.
--
-- Data lost: all rows of person.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_domain_odd_name_and_5_more.json has its checksum.

-- Person: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DROP TABLE IF EXISTS person;

-- Domain postal_code: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('postal_code') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'postal_code'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN postal_code
        RENAME TO varve_parked_29d7735f_postal_code;
    ELSE
      DROP DOMAIN postal_code;
    END IF;
  END IF;
END
$varve$;

-- Routine is_code(code text): dropped.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS is_code(code text);

-- Domain money.credit: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('money.credit') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'money.credit'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN money.credit
        RENAME TO varve_parked_c93a0e66_credit;
    ELSE
      DROP DOMAIN money.credit;
    END IF;
  END IF;
END
$varve$;

-- Domain email: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('email') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'email'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN email
        RENAME TO varve_parked_c2456402_email;
    ELSE
      DROP DOMAIN email;
    END IF;
  END IF;
END
$varve$;

-- Domain amount: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('amount') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'amount'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN amount
        RENAME TO varve_parked_07b80322_amount;
    ELSE
      DROP DOMAIN amount;
    END IF;
  END IF;
END
$varve$;

-- Domain "Odd Name": dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('"Odd Name"') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE '"Odd Name"'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN "Odd Name"
        RENAME TO "varve_parked_0ad9ab60_Odd Name";
    ELSE
      DROP DOMAIN "Odd Name";
    END IF;
  END IF;
END
$varve$;

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
