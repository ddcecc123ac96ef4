-- V2__drop_materialized_view_best_city_and_2_more
--
-- Drops materialized view best_city.
-- Changes materialized view city_total.
-- Creates materialized view best_city.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__drop_materialized_view_best_city_and_2_more.json has its checksum.

-- varve:step transaction

-- Views that are not of the model stop this: they would have to go for a while.
-- Lock: none on a table.
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
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('best_city'), to_regclass('city_total')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('best_city')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Materialized view best_city: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on best_city, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('best_city') AND relkind = 'm') THEN
    DROP MATERIALIZED VIEW best_city;
  END IF;
END
$varve$;

-- varve:step outside transaction

-- CityTotal.cents: index.
-- Lock: SHARE UPDATE EXCLUSIVE on city_total, while it is scanned.
-- varve:drop-invalid-index city_total_cents_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS city_total_cents_idx
  ON city_total (cents);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE city_total
  );
  CREATE INDEX city_total_cents_idx ON pg_temp.varve_expected_1 (cents);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('city_total'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- Materialized view best_city: made again.
-- Lock: ACCESS SHARE on city_total, while it is scanned.
DO $varve$
BEGIN
  IF to_regclass('best_city') IS NULL THEN
    CREATE MATERIALIZED VIEW best_city (city) AS
    SELECT city FROM city_total WHERE cents > 500;
  ELSE
    CREATE TEMP VIEW varve_expected (city) AS
    SELECT city FROM city_total WHERE cents > 500;
    IF pg_get_viewdef('best_city'::regclass) IS DISTINCT FROM pg_get_viewdef('pg_temp.varve_expected'::regclass) THEN
      RAISE EXCEPTION 'Materialized view best_city exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    DROP VIEW pg_temp.varve_expected;
  END IF;
END
$varve$;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('city', 'text'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'best_city'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'Materialized view best_city', differing;
  END IF;
END
$varve$;
