-- U4__drop_home_from_customer_and_4_more
--
-- The way back from V4__drop_home_from_customer_and_4_more.
-- Creates schema money.
-- Creates enum currency.
-- Creates composite type money."Amount".
-- Creates composite type place.
-- Brings back column customer.home with its values.
-- Brings back column customer.others with its values.
-- Adds column customer.credit.
--
-- Data lost: none.
-- Not brought back: the values of customer.credit.
--
-- Written by Varve, and not to be edited: V4__drop_home_from_customer_and_4_more.json has its checksum.

-- varve:step transaction

-- customer.varve_parked_f5f1121b_home: no row may have NULL.
-- Lock: ACCESS SHARE on customer, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customer WHERE varve_parked_f5f1121b_home IS NOT DISTINCT FROM NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_f5f1121b_home' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_f5f1121b_home' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column customer.varve_parked_f5f1121b_home is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- customer.varve_parked_327d73a2_others: no row may have NULL.
-- Lock: ACCESS SHARE on customer, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customer WHERE varve_parked_327d73a2_others IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_327d73a2_others' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_327d73a2_others' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column customer.varve_parked_327d73a2_others is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Schema money: new schema.
CREATE SCHEMA IF NOT EXISTS money;

-- Currency: new enum.
DO $varve$
BEGIN
  IF to_regtype('currency') IS NULL THEN
    CREATE TYPE currency AS ENUM (
      'EUR', 'USD'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'currency'::regtype
  ) <> ARRAY['EUR', 'USD']::text[] THEN
    RAISE EXCEPTION 'Enum currency exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Composite type money."Amount": new composite type.
DO $varve$
BEGIN
  IF to_regtype('money."Amount"') IS NULL THEN
    IF to_regtype('money."varve_parked_d1d067ed_Amount"') IS NOT NULL THEN
      ALTER TYPE money."varve_parked_d1d067ed_Amount"
        RENAME TO "Amount";
    ELSE
      CREATE TYPE money."Amount" AS (value numeric(12, 2), currency currency);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (value numeric(12, 2), currency currency);
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('money."Amount"'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Type money.Amount exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Composite type place: new composite type.
DO $varve$
BEGIN
  IF to_regtype('place') IS NULL THEN
    IF to_regtype('varve_parked_b654734e_place') IS NOT NULL THEN
      ALTER TYPE varve_parked_b654734e_place
        RENAME TO place;
    ELSE
      CREATE TYPE place AS (street varchar(100), lines text[], floor integer, "zip code" varchar(9));
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (street varchar(100), lines text[], floor integer, "zip code" varchar(9));
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('place'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Type place exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- customer.home: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_f5f1121b_home' AND NOT attisdropped
  ) THEN
    ALTER TABLE customer
      RENAME COLUMN varve_parked_f5f1121b_home TO home;
  END IF;
END
$varve$;
ALTER TABLE customer
  ALTER COLUMN home SET DEFAULT ROW('nowhere', '{}', 0, NULL);

-- customer.home: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'home' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'varve_customer_home_not_null'
  ) THEN
    ALTER TABLE customer
      ADD CONSTRAINT varve_customer_home_not_null CHECK (home IS DISTINCT FROM NULL) NOT VALID;
  END IF;
END
$varve$;

-- customer.others: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'varve_parked_327d73a2_others' AND NOT attisdropped
  ) THEN
    ALTER TABLE customer
      RENAME COLUMN varve_parked_327d73a2_others TO others;
  END IF;
END
$varve$;

-- customer.others: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'others' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'varve_customer_others_not_null'
  ) THEN
    ALTER TABLE customer
      ADD CONSTRAINT varve_customer_others_not_null CHECK (others IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- customer.credit: new column.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ADD COLUMN IF NOT EXISTS credit money."Amount";

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    home place NOT NULL, others place[] NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    credit money."Amount"
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customer'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('customer'::regclass, 'pg_temp.varve_expected_2'::regclass, false, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;

-- varve:step transaction

-- customer.home: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customer, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'varve_customer_home_not_null'
  ) THEN
    ALTER TABLE customer
      VALIDATE CONSTRAINT varve_customer_home_not_null;
  END IF;
END
$varve$;

-- customer.others: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customer, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'varve_customer_others_not_null'
  ) THEN
    ALTER TABLE customer
      VALIDATE CONSTRAINT varve_customer_others_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- customer.home: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ALTER COLUMN home SET NOT NULL;
ALTER TABLE customer
  DROP CONSTRAINT IF EXISTS varve_customer_home_not_null;

-- customer.others: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ALTER COLUMN others SET NOT NULL;
ALTER TABLE customer
  DROP CONSTRAINT IF EXISTS varve_customer_others_not_null;
