-- U1__create_sale_and_2_more
--
-- The way back from V1__create_sale_and_2_more.
-- Drops materialized view best_city.
-- Drops materialized view city_total.
-- Drops table sale with its rows.
--
-- Data lost: all rows of sale.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_sale_and_2_more.json has its checksum.

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
      d.refobjid = ANY (ARRAY[to_regclass('best_city'), to_regclass('city_total')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Materialized view best_city: dropped.
-- Lock: ACCESS EXCLUSIVE on best_city, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('best_city') AND relkind = 'm') THEN
    DROP MATERIALIZED VIEW best_city;
  END IF;
END
$varve$;

-- Materialized view city_total: dropped.
-- Lock: ACCESS EXCLUSIVE on city_total, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('city_total') AND relkind = 'm') THEN
    DROP MATERIALIZED VIEW city_total;
  END IF;
END
$varve$;

-- Sale: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on sale, for a moment.
DROP TABLE IF EXISTS sale;
