-- V4__rename_address_to_place_and_drop_view_foreigners_and_3_more
--
-- Renames composite type address to place.
-- Drops view foreigners.
-- Drops index by_country of customer.
-- Drops constraint zip_given of customer.
-- Changes composite type place.
-- Renames attribute place.land to postcode.
-- Changes composite type place.
-- Adds constraint zip_given to customer.
-- Adds index by_country to customer.
-- Creates view foreigners.
--
-- Data lost: the values of address.postcode.
-- Lost by the undo: the values of place.floor.
--
-- Written by Varve, and not to be edited: V4__rename_address_to_place_and_drop_view_foreigners_and_3_more.json has its checksum.

-- varve:step transaction

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: ACCESS EXCLUSIVE on customer, foreigners, for a moment.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve1$
BEGIN
  IF NOT EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_address_to_place_and_drop_view_foreigners_and_3_more_0d9504aa') THEN
    -- Composite type address: renamed to place.
    ALTER TYPE address
      RENAME TO place;
    -- Views that are not of the model stop this: they would have to go for a while.
    DO $varve$
DECLARE
  dependents text;
BEGIN
  SELECT string_agg(DISTINCT v.oid::regclass::text, ', ') INTO dependents
  FROM pg_depend AS d
  JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  JOIN pg_class AS v ON v.oid = r.ev_class AND v.oid <> d.refobjid
  LEFT JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.refclassid = 'pg_class'::regclass
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('foreigners')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('foreigners')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;
    -- View foreigners: dropped, to be made again below.
    DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('foreigners') AND relkind = 'v') THEN
    DROP VIEW foreigners;
  END IF;
END
$varve$;
    -- customer ((home).street): no index any more.
    DROP INDEX IF EXISTS by_country;
    -- customer (zip_given): no check any more.
    ALTER TABLE IF EXISTS customer
      DROP CONSTRAINT IF EXISTS zip_given;
    -- Composite type place: changed.
    ALTER TYPE place
      DROP ATTRIBUTE IF EXISTS postcode;
    -- Type place: postcode renamed from land.
    ALTER TYPE place
      RENAME ATTRIBUTE land TO postcode;
    INSERT INTO varve_marks VALUES ('rename_address_to_place_and_drop_view_foreigners_and_3_more_0d9504aa');
  END IF;
END
$varve1$;

-- Composite type place: changed.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'place'::regtype AND attname = 'floor' AND NOT attisdropped
  ) THEN
    ALTER TYPE place
      ADD ATTRIBUTE floor integer;
  END IF;
END
$varve$;

-- customer (zip_given): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'zip_given'
  ) THEN
    ALTER TABLE customer
      ADD CONSTRAINT zip_given CHECK ((home).postcode <> '') NOT VALID;
  END IF;
END
$varve$;

-- View foreigners: made again.
CREATE OR REPLACE VIEW foreigners (id) AS
SELECT id FROM customer WHERE (home).street <> 'NO';
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'foreigners'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View foreigners', differing;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customer, CONSTRAINT zip_given CHECK ((home).postcode <> '')
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customer'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- customer (zip_given): no row may break the check.
-- Lock: ACCESS SHARE on customer, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customer WHERE NOT ((home).postcode <> '''')';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check zip_given of customer is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- customer (zip_given): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customer, while it is scanned.
ALTER TABLE customer
  VALIDATE CONSTRAINT zip_given;

-- varve:step outside transaction

-- customer ((home).street): index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on customer, while it is scanned.
-- varve:drop-invalid-index by_country
CREATE INDEX CONCURRENTLY IF NOT EXISTS by_country
  ON customer (((home).street)) WHERE (home).postcode IS NOT NULL;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customer
  );
  CREATE INDEX by_country ON pg_temp.varve_expected_1 (((home).street)) WHERE (home).postcode IS NOT NULL;
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customer'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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
