-- V1__create_sale_and_2_more
--
-- Creates table sale.
-- Creates materialized view city_total.
-- Creates materialized view best_city.
--
-- Data lost: none.
-- Lost by the undo: all rows of sale.
--
-- Written by Varve, and not to be edited: V1__create_sale_and_2_more.json has its checksum.

-- varve:step transaction

-- Sale: new table.
CREATE TABLE IF NOT EXISTS sale (
  id bigint NOT NULL,
  city text NOT NULL,
  cents integer NOT NULL,
  CONSTRAINT sale_pkey PRIMARY KEY (id)
);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, city text NOT NULL, cents integer NOT NULL,
    CONSTRAINT sale_pkey PRIMARY KEY (id)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('sale'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
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

-- varve:step transaction

-- Materialized view city_total: new materialized view.
DO $varve$
BEGIN
  IF to_regclass('city_total') IS NULL THEN
    CREATE MATERIALIZED VIEW city_total (city, cents) AS
    SELECT s.city, sum(s.cents) AS cents FROM sale AS s GROUP BY s.city;
  ELSE
    CREATE TEMP VIEW varve_expected (city, cents) AS
    SELECT s.city, sum(s.cents) AS cents FROM sale AS s GROUP BY s.city;
    IF pg_get_viewdef('city_total'::regclass) IS DISTINCT FROM pg_get_viewdef('pg_temp.varve_expected'::regclass) THEN
      RAISE EXCEPTION 'Materialized view city_total exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
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
    ('city', 'text'::regtype), ('cents', 'bigint'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'city_total'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'Materialized view city_total', differing;
  END IF;
END
$varve$;

-- CityTotal.city: unique index.
CREATE UNIQUE INDEX IF NOT EXISTS city_total_city_idx
  ON city_total (city);

-- Materialized view best_city: new materialized view.
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

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE city_total
  );
  CREATE UNIQUE INDEX city_total_city_idx ON pg_temp.varve_expected_1 (city);
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
