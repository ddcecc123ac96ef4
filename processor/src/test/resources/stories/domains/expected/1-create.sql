-- V1__create_domain_odd_name_and_5_more
--
-- Creates schema money.
-- Creates domain "Odd Name".
-- Creates domain amount.
-- Creates domain email.
-- Creates domain money.credit.
-- Creates routine is_code(code text).
-- Creates domain postal_code.
-- Creates table person.
--
-- Data lost: none.
-- Lost by the undo: all rows of person.
--
-- Written by Varve, and not to be edited: V1__create_domain_odd_name_and_5_more.json has its checksum.

-- Schema money: new schema.
CREATE SCHEMA IF NOT EXISTS money;

-- Domain "Odd Name": new domain.
DO $varve$
BEGIN
  IF to_regtype('"Odd Name"') IS NULL THEN
    IF to_regtype('"varve_parked_0ad9ab60_Odd Name"') IS NOT NULL THEN
      ALTER DOMAIN "varve_parked_0ad9ab60_Odd Name"
        RENAME TO "Odd Name";
    ELSE
      CREATE DOMAIN "Odd Name" AS integer
        DEFAULT 7;
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS integer
    DEFAULT 7;
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('"Odd Name"'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain Odd Name exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain amount: new domain.
DO $varve$
BEGIN
  IF to_regtype('amount') IS NULL THEN
    IF to_regtype('varve_parked_07b80322_amount') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_07b80322_amount
        RENAME TO amount;
    ELSE
      CREATE DOMAIN amount AS numeric(12, 2)
        DEFAULT 0
        CONSTRAINT amount_check CHECK (VALUE < 1000000)
        CONSTRAINT not_negative CHECK (VALUE >= 0);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS numeric(12, 2)
    DEFAULT 0
    CONSTRAINT amount_check CHECK (VALUE < 1000000)
    CONSTRAINT not_negative CHECK (VALUE >= 0);
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('amount'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain amount exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain email: new domain.
DO $varve$
BEGIN
  IF to_regtype('email') IS NULL THEN
    IF to_regtype('varve_parked_c2456402_email') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_c2456402_email
        RENAME TO email;
    ELSE
      CREATE DOMAIN email AS varchar(200)
        CONSTRAINT email_check CHECK (VALUE LIKE '%_@_%');
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS varchar(200)
    CONSTRAINT email_check CHECK (VALUE LIKE '%_@_%');
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('email'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain email exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain money.credit: new domain.
DO $varve$
BEGIN
  IF to_regtype('money.credit') IS NULL THEN
    IF to_regtype('money.varve_parked_c93a0e66_credit') IS NOT NULL THEN
      ALTER DOMAIN money.varve_parked_c93a0e66_credit
        RENAME TO credit;
    ELSE
      CREATE DOMAIN money.credit AS numeric(12, 2)
        DEFAULT 0
        CONSTRAINT credit_check CHECK (VALUE < 1000000)
        CONSTRAINT not_negative CHECK (VALUE >= 0);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS numeric(12, 2)
    DEFAULT 0
    CONSTRAINT credit_check CHECK (VALUE < 1000000)
    CONSTRAINT not_negative CHECK (VALUE >= 0);
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('money.credit'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain money.credit exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Routine is_code(code text): new routine.
CREATE OR REPLACE FUNCTION is_code(code text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN code ~ '^[0-9]{5}$';

-- Domain postal_code: new domain.
DO $varve$
BEGIN
  IF to_regtype('postal_code') IS NULL THEN
    IF to_regtype('varve_parked_29d7735f_postal_code') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_29d7735f_postal_code
        RENAME TO postal_code;
    ELSE
      CREATE DOMAIN postal_code AS text
        NOT NULL
        CONSTRAINT postal_code_check CHECK (is_code(VALUE));
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS text
    NOT NULL
    CONSTRAINT postal_code_check CHECK (is_code(VALUE));
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('postal_code'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain postal_code exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Person: new table.
CREATE TABLE IF NOT EXISTS person (
  id bigint NOT NULL,
  email email NOT NULL,
  others amount[] NOT NULL,
  credit money.credit,
  code postal_code NOT NULL,
  odd "Odd Name",
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_email_key UNIQUE (email)
);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, email email NOT NULL, others amount[] NOT NULL, credit money.credit,
    code postal_code NOT NULL, odd "Odd Name", CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_email_key UNIQUE (email)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('person'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
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
    UNION ALL
    SELECT format('relation %s', actual)
    FROM pair
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
      ('r', 'p', e.reltablespace, e.reloptions)
    UNION ALL
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
