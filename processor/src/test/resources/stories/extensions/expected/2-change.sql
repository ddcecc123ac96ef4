-- V2__create_extension_btree_gist_and_4_more
--
-- Creates extension btree_gist.
-- Changes extension hstore.
-- Changes extension pg_trgm.
-- Drops index page_path_idx of page.
-- Adds index page_id_path_idx to page.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__create_extension_btree_gist_and_4_more.json has its checksum.

-- varve:step transaction

-- Extension btree_gist: new extension.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Extension hstore: changed.
-- Lock: none on a table.
ALTER EXTENSION hstore UPDATE TO '1.8';

-- Extension pg_trgm: changed.
-- Lock: none on a table.
DO $varve$
BEGIN
  EXECUTE format('ALTER EXTENSION pg_trgm SET SCHEMA %I', current_schema());
END
$varve$;

-- Page.path: no index any more.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
DROP INDEX IF EXISTS page_path_idx;

-- varve:step outside transaction

-- Page.id, Page.path: index.
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
