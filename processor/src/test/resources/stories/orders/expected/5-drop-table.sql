-- V5__drop_lines_and_drop_order_and_2_more
--
-- Drops constraint lines_order_id_fkey of lines.
-- Drops constraint order_customer_id_fkey of order.
-- Drops table lines with its rows.
-- Parks table order: its rows stay on disk as varve_parked_923f3a31_order.
-- Drops index customers_mood_name_idx of customers.
-- Drops constraint customers_name_mood_key of customers.
-- Parks column customers.mood: its values stay on disk as varve_parked_08629161_mood.
-- Parks column customers.moods: its values stay on disk as varve_parked_f2668514_moods.
-- Parks enum mood.
-- Adds constraint customers_name_key to customers.
--
-- Data lost: all rows of lines.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V5__drop_lines_and_drop_order_and_2_more.json has its checksum.

-- varve:step transaction

-- customers (customers_name_key): no two rows may have the same.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT name, count(*) FROM customers GROUP BY name HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('customers_name_key') AND indrelid = to_regclass('customers') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key customers_name_key of customers is to be unique: name; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- lines.order_id: no reference to order any more.
-- Lock: ACCESS EXCLUSIVE on lines, order, for a moment.
ALTER TABLE IF EXISTS lines
  DROP CONSTRAINT IF EXISTS lines_order_id_fkey;

-- order.customer_id: no reference to customers any more.
-- Lock: ACCESS EXCLUSIVE on customers, order, for a moment.
ALTER TABLE IF EXISTS "order"
  DROP CONSTRAINT IF EXISTS order_customer_id_fkey;

-- Line: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on lines, for a moment.
DROP TABLE IF EXISTS lines;

-- Order: parked. Its rows stay on disk as varve_parked_923f3a31_order.
-- Lock: ACCESS EXCLUSIVE on order, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_923f3a31_order') IS NULL THEN
    ALTER TABLE "order" RENAME CONSTRAINT order_pkey TO varve_parked_a3efbed4_order_pkey;
    ALTER INDEX order_note_idx RENAME TO varve_parked_9e72c2e6_order_note_idx;
    ALTER TABLE "order"
      RENAME TO varve_parked_923f3a31_order;
  ELSIF to_regclass('"order"') IS NOT NULL THEN
    RAISE EXCEPTION 'Table order is to be renamed to varve_parked_923f3a31_order, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- customers.mood, Customer.name: no index any more.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DROP INDEX IF EXISTS customers_mood_name_idx;

-- Customer.name, customers.mood: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE IF EXISTS customers
  DROP CONSTRAINT IF EXISTS customers_name_mood_key;

-- customers.mood: parked. Its values stay on disk as varve_parked_08629161_mood.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_08629161_mood' AND NOT attisdropped
  ) THEN
    ALTER TABLE customers
      ALTER COLUMN mood DROP NOT NULL,
      ALTER COLUMN mood DROP DEFAULT;
    ALTER TABLE customers
      RENAME COLUMN mood TO varve_parked_08629161_mood;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'mood' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column customers.mood is to be renamed to customers.varve_parked_08629161_mood, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- customers.moods: parked. Its values stay on disk as varve_parked_f2668514_moods.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_f2668514_moods' AND NOT attisdropped
  ) THEN
    ALTER TABLE customers
      ALTER COLUMN moods DROP NOT NULL,
      ALTER COLUMN moods DROP DEFAULT;
    ALTER TABLE customers
      RENAME COLUMN moods TO varve_parked_f2668514_moods;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'moods' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column customers.moods is to be renamed to customers.varve_parked_f2668514_moods, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Mood: parked, for the parked columns that have it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('varve_parked_5aab0ca5_mood') IS NULL THEN
    ALTER TYPE mood
      RENAME TO varve_parked_5aab0ca5_mood;
  ELSIF to_regtype('mood') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum mood is to be renamed to varve_parked_5aab0ca5_mood, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step outside transaction

-- Customer.name: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
-- varve:drop-invalid-index customers_name_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS customers_name_key
  ON customers (name);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers
  );
  CREATE UNIQUE INDEX customers_name_key ON pg_temp.varve_expected_1 (name);
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

-- Customer.name: unique key.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'customers_name_key'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT customers_name_key UNIQUE USING INDEX customers_name_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers, CONSTRAINT customers_name_key UNIQUE (name)
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
