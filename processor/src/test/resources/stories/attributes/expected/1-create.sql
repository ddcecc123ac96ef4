-- V1__create_composite_type_address_and_2_more
--
-- Creates composite type address.
-- Creates table customer.
-- Creates view foreigners.
--
-- Data lost: none.
-- Lost by the undo: all rows of customer.
--
-- Written by Varve, and not to be edited: V1__create_composite_type_address_and_2_more.json has its checksum.

-- Composite type address: new composite type.
DO $varve$
BEGIN
  IF to_regtype('address') IS NULL THEN
    IF to_regtype('varve_parked_6a3bb96d_address') IS NOT NULL THEN
      ALTER TYPE varve_parked_6a3bb96d_address
        RENAME TO address;
    ELSE
      CREATE TYPE address AS (street text, zip text, country text);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (street text, zip text, country text);
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('address'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Type address exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Customer: new table.
CREATE TABLE IF NOT EXISTS customer (
  id bigint NOT NULL,
  home address NOT NULL,
  others address[] NOT NULL,
  road text GENERATED ALWAYS AS (lower((home).street)) STORED,
  CONSTRAINT customer_pkey PRIMARY KEY (id),
  CONSTRAINT zip_given CHECK ((home).zip <> '')
);

-- customer ((home).country): index of some rows.
CREATE INDEX IF NOT EXISTS by_country
  ON customer (((home).country)) WHERE (home).zip IS NOT NULL;

-- View foreigners: new view.
CREATE OR REPLACE VIEW foreigners (id) AS
SELECT id FROM customer WHERE (home).country <> 'NO';
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
    id bigint NOT NULL, home address NOT NULL, others address[] NOT NULL,
    road text GENERATED ALWAYS AS (lower((home).street)) STORED,
    CONSTRAINT customer_pkey PRIMARY KEY (id), CONSTRAINT zip_given CHECK ((home).zip <> '')
  );
  CREATE INDEX by_country ON pg_temp.varve_expected_1 (((home).country)) WHERE (home).zip IS NOT NULL;
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customer'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
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
