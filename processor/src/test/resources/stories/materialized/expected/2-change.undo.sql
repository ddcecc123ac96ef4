-- U2__drop_materialized_view_best_city_and_2_more
--
-- The way back from V2__drop_materialized_view_best_city_and_2_more.
-- Drops materialized view best_city.
-- Changes materialized view city_total.
-- Creates materialized view best_city.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
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

-- CityTotal.cents: no index any more.
-- Lock: ACCESS EXCLUSIVE on city_total, for a moment.
DROP INDEX IF EXISTS city_total_cents_idx;

-- varve:step transaction

-- Materialized view best_city: made again.
DO $varve$
BEGIN
  IF to_regclass('best_city') IS NULL THEN
    CREATE MATERIALIZED VIEW best_city (city) AS
    SELECT city FROM city_total WHERE cents > 1000
    WITH NO DATA;
  ELSE
    CREATE TEMP VIEW varve_expected (city) AS
    SELECT city FROM city_total WHERE cents > 1000;
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
