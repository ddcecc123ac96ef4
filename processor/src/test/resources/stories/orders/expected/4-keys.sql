-- V4__change_default_of_mood_in_customers
--
-- Drops constraint customers_credit_check of customers.
-- Changes the default of column customers.mood.
-- Adds constraint customers_credit_check to customers.
-- Adds constraint customers_name_mood_key to customers.
-- Adds index customers_mood_name_idx to customers.
-- Adds constraint customers_referrer_fkey to customers.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V4__change_default_of_mood_in_customers.json has its checksum.

-- varve:step transaction

-- customers (customers_credit_check): no row may break the check.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customers WHERE NOT (credit >= 0 AND credit < 1000000)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check customers_credit_check of customers is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- customers (customers_name_mood_key): no two rows may have the same.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT name, mood, count(*) FROM customers GROUP BY name, mood HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('customers_name_mood_key') AND indrelid = to_regclass('customers') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key customers_name_mood_key of customers is to be unique: name, mood; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- Customer.referrer: what is referenced in customers must be there.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customers AS child WHERE child.referrer IS NOT NULL AND NOT EXISTS (SELECT FROM customers AS parent WHERE parent.id = child.referrer)';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'customers_referrer_fkey'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'customers.referrer is to reference customers, but % rows reference nothing that is there. Find them with: %; change or delete them, or add what they reference, then run the migration again.', standing, query
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Customer.mood: new default.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE customers
  ALTER COLUMN mood SET DEFAULT 'CURIOUS';

-- customers (varve_new_customers_credit_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_new_customers_credit_check'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT varve_new_customers_credit_check CHECK (credit >= 0 AND credit < 1000000) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers,
    CONSTRAINT varve_new_customers_credit_check CHECK (credit >= 0 AND credit < 1000000)
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

-- varve:step outside transaction

-- Customer.name, Customer.mood: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
-- varve:drop-invalid-index customers_name_mood_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS customers_name_mood_key
  ON customers (name, mood);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers
  );
  CREATE UNIQUE INDEX customers_name_mood_key ON pg_temp.varve_expected_1 (name, mood);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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

-- varve:step outside transaction

-- Customer.mood, Customer.name: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
-- varve:drop-invalid-index customers_mood_name_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS customers_mood_name_idx
  ON customers (mood, name) WHERE mood <> 'TENSE';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers
  );
  CREATE INDEX customers_mood_name_idx ON pg_temp.varve_expected_1 (mood, name) WHERE mood <> 'TENSE';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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

-- varve:step transaction

-- Customer.name, Customer.mood: unique key.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'customers_name_mood_key'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT customers_name_mood_key UNIQUE USING INDEX customers_name_mood_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers, CONSTRAINT customers_name_mood_key UNIQUE (name, mood)
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

-- Customer.referrer: reference to customers, for rows to come.
-- Lock: SHARE ROW EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'customers_referrer_fkey'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT customers_referrer_fkey FOREIGN KEY (referrer)
        REFERENCES customers (id) ON DELETE SET NULL NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('customers'::regclass, 'customers_referrer_fkey', ARRAY['referrer']::name[], 'customers'::regclass, ARRAY['id']::name[], 'n', 'a')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND confmatchtype = 's' AND NOT condeferrable
        AND columns = (
          SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
        AND target_columns = (
          SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
          WHERE attrelid = confrelid AND attnum = ANY (confkey)
        )
    )
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
END
$varve$;

-- varve:step transaction

-- Customer.referrer: reference to customers, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
ALTER TABLE customers
  VALIDATE CONSTRAINT customers_referrer_fkey;

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
    LIKE customers, CONSTRAINT customers_credit_check CHECK (credit >= 0 AND credit < 1000000)
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
