-- U4__change_default_of_mood_in_customers
--
-- The way back from V4__change_default_of_mood_in_customers.
-- Drops constraint customers_referrer_fkey of customers.
-- Drops index customers_mood_name_idx of customers.
-- Drops constraint customers_credit_check of customers.
-- Drops constraint customers_name_mood_key of customers.
-- Changes the default of column customers.mood.
-- Adds constraint customers_credit_check to customers.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V4__change_default_of_mood_in_customers.json has its checksum.

-- varve:step transaction

-- customers (customers_credit_check): no row may break the check.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customers WHERE NOT (credit >= 0)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check customers_credit_check of customers is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- varve:step transaction

-- Customer.referrer: no reference to customers any more.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE IF EXISTS customers
  DROP CONSTRAINT IF EXISTS customers_referrer_fkey;

-- Customer.mood, Customer.name: no index any more.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DROP INDEX IF EXISTS customers_mood_name_idx;

-- Customer.name, Customer.mood: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE IF EXISTS customers
  DROP CONSTRAINT IF EXISTS customers_name_mood_key;

-- Customer.mood: new default.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE customers
  ALTER COLUMN mood SET DEFAULT 'CALM';

-- customers (varve_new_customers_credit_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_new_customers_credit_check'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT varve_new_customers_credit_check CHECK (credit >= 0) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers, CONSTRAINT varve_new_customers_credit_check CHECK (credit >= 0)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- customers (varve_new_customers_credit_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
ALTER TABLE customers
  VALIDATE CONSTRAINT varve_new_customers_credit_check;

-- varve:step transaction

-- customers (customers_credit_check): the new check in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_new_customers_credit_check'
  ) THEN
    ALTER TABLE customers
      DROP CONSTRAINT IF EXISTS customers_credit_check;
    ALTER TABLE customers
      RENAME CONSTRAINT varve_new_customers_credit_check TO customers_credit_check;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers, CONSTRAINT customers_credit_check CHECK (credit >= 0)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
