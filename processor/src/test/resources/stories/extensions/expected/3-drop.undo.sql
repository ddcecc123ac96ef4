-- U3__drop_path_from_page_and_1_more
--
-- The way back from V3__drop_path_from_page_and_1_more.
-- Creates extension btree_gist.
-- Creates extension hstore.
-- Creates extension ltree.
-- Creates extension pg_trgm.
-- Adds column page.path.
-- Adds column page.attributes.
-- Adds index page_id_path_idx to page.
--
-- Data lost: none.
-- Not brought back: the values of page.path; the values of page.attributes.
--
-- Written by Varve, and not to be edited: V3__drop_path_from_page_and_1_more.json has its checksum.

-- varve:step transaction

-- Extension btree_gist: new extension.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Extension hstore: new extension.
CREATE EXTENSION IF NOT EXISTS hstore VERSION '1.8';
ALTER EXTENSION hstore UPDATE TO '1.8';

-- Extension ltree: new extension.
CREATE EXTENSION IF NOT EXISTS ltree;

-- Extension pg_trgm: new extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- page.path: new column.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
ALTER TABLE page
  ADD COLUMN IF NOT EXISTS path ltree;

-- page.attributes: new column.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
ALTER TABLE page
  ADD COLUMN IF NOT EXISTS attributes hstore;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    path ltree, attributes hstore
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('page'::regclass, 'pg_temp.varve_expected_1'::regclass, false, true)
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step outside transaction

-- Page.id, page.path: index.
-- Lock: SHARE UPDATE EXCLUSIVE on page, while it is scanned.
-- varve:drop-invalid-index page_id_path_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS page_id_path_idx
  ON page USING gist (id, path);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE page
  );
  CREATE INDEX page_id_path_idx ON pg_temp.varve_expected_1 USING gist (id, path);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('page'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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
