-- V5__rename_postcode_to_road_in_place_and_5_more
--
-- Renames attribute place.postcode to road.
-- Drops view foreigners.
-- Drops index by_country of customer.
-- Drops constraint zip_given of customer.
-- Drops column customer.road, which is computed.
-- Changes composite type place.
-- Adds column customer.road.
-- Adds constraint zip_given to customer.
-- Adds index by_country to customer.
-- Creates view foreigners.
--
-- Data lost: none.
-- Lost by the undo: what integer cannot hold of place.floor.
--
-- Written by Varve, and not to be edited: V5__rename_postcode_to_road_in_place_and_5_more.json has its checksum.

-- varve:step transaction

-- customer (zip_given): no row may break the check.
-- Lock: ACCESS SHARE on customer, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customer WHERE NOT ((home).street <> '''')';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check zip_given of customer is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- varve:step transaction

-- Type place: road renamed from postcode.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'place'::regtype AND attname = 'postcode' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
      WHERE pg_type.oid = 'place'::regtype AND attname = 'road' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Attribute place.postcode is to be renamed to place.road, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    IF EXISTS (SELECT FROM pg_class WHERE reloftype = 'place'::regtype) THEN
      RAISE EXCEPTION 'Tables are made of the type place, and would have to change with it: %. Make them tables of their own (ALTER TABLE ... NOT OF), then run the migration again.', (
        SELECT string_agg(oid::regclass::text, ', ' ORDER BY oid) FROM pg_class
        WHERE reloftype = 'place'::regtype
      );
    END IF;
    ALTER TYPE place
      RENAME ATTRIBUTE postcode TO road;
  ELSIF NOT EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'place'::regtype AND attname = 'road' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Type place exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

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
-- Lock: ACCESS EXCLUSIVE on foreigners, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('foreigners') AND relkind = 'v') THEN
    DROP VIEW foreigners;
  END IF;
END
$varve$;

-- customer ((home).street): no index any more.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DROP INDEX IF EXISTS by_country;

-- customer (zip_given): no check any more.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE IF EXISTS customer
  DROP CONSTRAINT IF EXISTS zip_given;

-- Customer.road: makes room, to be made again.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customer') AND attname = 'road' AND NOT attisdropped AND attgenerated <> ''
  ) THEN
    CREATE TYPE pg_temp.varve_expected_type_1 AS (road text, street text, floor bigint);
    CREATE TEMP TABLE varve_expected (
      home place,
      road text GENERATED ALWAYS AS (lower((home).road)) STORED
    );
    IF EXISTS (
      SELECT FROM pg_attribute
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid IN ('customer'::regclass, 'pg_temp.varve_expected'::regclass)
        AND attname IN (SELECT attname FROM pg_attribute
          WHERE attrelid = 'pg_temp.varve_expected'::regclass AND attnum > 0)
      GROUP BY attname, atttypid, atttypmod, attcollation, attgenerated,
        CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END
      HAVING count(*) <> 2
    )
    OR (
      SELECT count(DISTINCT ARRAY(
        SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
        WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
      ))
      FROM pg_type WHERE oid IN ('place'::regtype, 'pg_temp.varve_expected_type_1'::regtype)
    ) > 1 THEN
      ALTER TABLE IF EXISTS customer
        DROP COLUMN IF EXISTS road;
    END IF;
    DROP TABLE pg_temp.varve_expected;
    DROP TYPE pg_temp.varve_expected_type_1;
  END IF;
END
$varve$;

-- Composite type place: made anew, and all values of it written anew.
-- Lock: ACCESS EXCLUSIVE on customer, while it is written anew.
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (road text, street text, floor bigint);
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('place'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    ALTER TYPE place
      RENAME TO varve_old_place;
    IF to_regtype('varve_parked_732eff25_place') IS NOT NULL THEN
      ALTER TYPE varve_parked_732eff25_place
        RENAME TO place;
    ELSE
      CREATE TYPE place AS (road text, street text, floor bigint);
    END IF;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place) RETURNS place LANGUAGE sql STRICT
      BEGIN ATOMIC
        SELECT ($1).road, ($1).street, ($1).floor;
      END;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place[]) RETURNS place[] LANGUAGE sql STRICT
      RETURN CASE array_ndims($1)
        WHEN 2 THEN ARRAY(
          SELECT ARRAY(
            SELECT pg_temp.varve_convert($1[i][j])
            FROM generate_subscripts($1, 2) AS j ORDER BY j
          )
          FROM generate_subscripts($1, 1) AS i ORDER BY i
        )
        ELSE ARRAY(
          SELECT pg_temp.varve_convert($1[i])
          FROM generate_subscripts($1, 1) AS i ORDER BY i
        )
      END;
    ALTER TABLE customer
      ALTER COLUMN home TYPE place USING pg_temp.varve_convert(home);
    ALTER TABLE customer
      ALTER COLUMN others TYPE place[] USING pg_temp.varve_convert(others);
    DROP FUNCTION pg_temp.varve_convert(varve_old_place[]);
    DROP FUNCTION pg_temp.varve_convert(varve_old_place);
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_place'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE varve_old_place
        RENAME TO varve_parked_1d6d32f4_place;
    ELSE
      DROP TYPE varve_old_place;
    END IF;
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Customer.road: new column.
-- Lock: ACCESS EXCLUSIVE on customer, while it is written anew.
ALTER TABLE customer
  ADD COLUMN IF NOT EXISTS road text GENERATED ALWAYS AS (lower((home).road)) STORED;

-- customer (zip_given): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'zip_given'
  ) THEN
    ALTER TABLE customer
      ADD CONSTRAINT zip_given CHECK ((home).street <> '') NOT VALID;
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
    LIKE customer INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
  );
  ALTER TABLE pg_temp.varve_expected_1
    DROP COLUMN road,
    ADD COLUMN road text GENERATED ALWAYS AS (lower((home).road)) STORED;
  CREATE TEMP TABLE varve_expected_2 (
    LIKE customer, CONSTRAINT zip_given CHECK ((home).street <> '')
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customer'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('customer'::regclass, 'pg_temp.varve_expected_2'::regclass, false, NULL)
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;

-- varve:step transaction

-- customer (zip_given): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customer, while it is scanned.
ALTER TABLE customer
  VALIDATE CONSTRAINT zip_given;

-- varve:step outside transaction

-- customer ((home).street): index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on customer, while it is scanned.
-- varve:drop-invalid-index by_country
CREATE INDEX CONCURRENTLY IF NOT EXISTS by_country
  ON customer (((home).street)) WHERE (home).street IS NOT NULL;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customer
  );
  CREATE INDEX by_country ON pg_temp.varve_expected_1 (((home).street)) WHERE (home).street IS NOT NULL;
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
